import { language } from "../shared/language";

/** Speaks cues while both hands are busy. Silent where the browser has no voice; best effort in any case: all is shown, too. */
export class Voice {
  muted = false;
  /** Name of the voice; the browser chooses when it has none of that name. */
  wanted = "";

  static get exists(): boolean {
    return "speechSynthesis" in globalThis;
  }

  /** Voices that speak the page's language, by country. A browser may know them only some time after the page was opened. */
  static groups(language: string): readonly { readonly language: string; readonly voices: readonly SpeechSynthesisVoice[] }[] {
    const groups = new Map<string, SpeechSynthesisVoice[]>();
    for (const voice of Voice.exists ? speechSynthesis.getVoices() : []) {
      const group = groups.get(voice.lang) ?? [];
      group.push(voice);
      groups.set(voice.lang, group);
    }
    return [...groups]
      .filter(([tag]) => tag.toLowerCase().startsWith(language.toLowerCase()))
      .map(([tag, voices]) => ({ language: tag, voices }))
      .toSorted((a, b) => a.language.localeCompare(b.language));
  }

  say(text: string): void {
    if (this.muted || !Voice.exists || text === "") return;
    speechSynthesis.cancel();
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.lang = language();
    const voice = speechSynthesis.getVoices().find((each) => each.name === this.wanted);
    if (voice) [spoken.voice, spoken.lang] = [voice, voice.lang];
    spoken.rate = 0.95;
    speechSynthesis.speak(spoken);
  }

  stop(): void {
    if (Voice.exists) speechSynthesis.cancel();
  }
}
