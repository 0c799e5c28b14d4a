/** Speaks cues while both hands are busy. Silent where the browser has no voice. */
export class Voice {
  muted = false;

  say(text: string): void {
    if (this.muted || !("speechSynthesis" in globalThis)) return;
    speechSynthesis.cancel();
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.lang = "en";
    spoken.rate = 0.95;
    speechSynthesis.speak(spoken);
  }

  stop(): void {
    if ("speechSynthesis" in globalThis) speechSynthesis.cancel();
  }
}
