import type { Cue } from "./session-clock";

/** A tone: pitch in hertz, when it starts after the first and how long it lasts, in seconds. */
type Tone = readonly [pitch: number, after: number, lasts: number];

/** Up means press, down means let go; half-way is one short low tone. Told apart without listening closely. */
const TONES: Readonly<Record<Cue["kind"], readonly Tone[]>> = {
  hold: [[523.25, 0, 0.16], [783.99, 0.17, 0.3]],
  half: [[392, 0, 0.18]],
  "let-go": [[783.99, 0, 0.16], [523.25, 0.17, 0.4]],
  "rest-over": [[659.25, 0, 0.25]],
};
/** Quiet beside music, heard from the floor. */
const LOUDNESS = 0.16;
/** A tone that starts or ends at once would click. */
const SOFTLY_SECONDS = 0.02;

interface WithAudioSession {
  readonly audioSession?: { type: string };
}

/** Short tones, given to the audio clock ahead: they sound on time while timers of a page out of sight are held back. */
export class Sounds {
  #context: AudioContext | undefined;
  #planned: { readonly tone: OscillatorNode; readonly loudness: GainNode }[] = [];

  /** May sound from now on; asked for in a tap or a key press, or browsers refuse. */
  wake(): void {
    if (!("AudioContext" in globalThis)) return;
    // Beside other apps' music instead of in its place, where a browser lets a page say so.
    const { audioSession } = navigator as WithAudioSession;
    if (audioSession) audioSession.type = "ambient";
    this.#context ??= new AudioContext({ latencyHint: "playback" });
    void this.#context.resume().catch(() => undefined);
  }

  /** Plans these sounds instead of all that was planned. @param lateMs how long ago they were worked out. */
  plan(cues: readonly Cue[], lateMs = 0): void {
    this.clear();
    const context = this.#context;
    if (!context) return;
    for (const { kind, inMs } of cues) {
      const at = context.currentTime + (inMs - lateMs) / 1000;
      if (inMs < lateMs) continue;
      for (const [pitch, after, lasts] of TONES[kind]) this.#play(context, pitch, at + after, lasts);
    }
  }

  /** Takes back what has not sounded yet. */
  clear(): void {
    for (const { tone, loudness } of this.#planned) {
      tone.stop();
      tone.disconnect();
      loudness.disconnect();
    }
    this.#planned = [];
  }

  async close(): Promise<void> {
    this.clear();
    await this.#context?.close();
    this.#context = undefined;
  }

  #play(context: AudioContext, pitch: number, at: number, lasts: number): void {
    const [tone, loudness] = [new OscillatorNode(context, { type: "sine", frequency: pitch }), new GainNode(context, { gain: 0 })];
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(LOUDNESS, at + SOFTLY_SECONDS);
    loudness.gain.setValueAtTime(LOUDNESS, at + lasts - SOFTLY_SECONDS);
    loudness.gain.linearRampToValueAtTime(0, at + lasts);
    tone.connect(loudness).connect(context.destination);
    tone.start(at);
    tone.stop(at + lasts);
    const planned = { tone, loudness };
    this.#planned.push(planned);
    tone.addEventListener("ended", () => {
      loudness.disconnect();
      this.#planned = this.#planned.filter((each) => each !== planned);
    });
  }
}
