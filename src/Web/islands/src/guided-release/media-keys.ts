export interface MediaTarget {
  readonly toggle: () => void;
  readonly next: () => void;
  readonly back: () => void;
}

/** Browsers give buttons only to a page that plays something of some length. */
const SILENCE_SECONDS = 12;
const SAMPLES_A_SECOND = 8000;

/**
 * Buttons of a headset and media keys work the session. For that the page plays silence, which takes the sound away from other apps on
 * many phones: only for who has asked for it.
 */
export class MediaKeys {
  readonly #target: MediaTarget;
  #silence: HTMLAudioElement | undefined;

  constructor(target: MediaTarget) {
    this.#target = target;
  }

  /** Asked for in a tap or a key press. */
  start(title: string): void {
    if (!("mediaSession" in navigator)) return;
    if (!this.#silence) {
      this.#silence = new Audio(URL.createObjectURL(silence()));
      this.#silence.loop = true;
    }
    void this.#silence.play().catch(() => undefined);
    navigator.mediaSession.setActionHandler("play", this.#target.toggle);
    navigator.mediaSession.setActionHandler("pause", this.#target.toggle);
    navigator.mediaSession.setActionHandler("nexttrack", this.#target.next);
    navigator.mediaSession.setActionHandler("previoustrack", this.#target.back);
    this.tell(title, true);
  }

  tell(title: string, plays: boolean): void {
    if (!this.#silence) return;
    navigator.mediaSession.metadata = new MediaMetadata({ title, artist: "Unknot" });
    navigator.mediaSession.playbackState = plays ? "playing" : "paused";
  }

  stop(): void {
    if (!this.#silence) return;
    this.#silence.pause();
    URL.revokeObjectURL(this.#silence.src);
    this.#silence = undefined;
    for (const action of ["play", "pause", "nexttrack", "previoustrack"] as const) navigator.mediaSession.setActionHandler(action, null);
    navigator.mediaSession.metadata = null;
    navigator.mediaSession.playbackState = "none";
  }
}

/** A WAV file, 8 bits, one channel. */
function silence(): Blob {
  const samples = SILENCE_SECONDS * SAMPLES_A_SECOND;
  const header = new DataView(new ArrayBuffer(44));
  const text = (at: number, word: string): void => [...word].forEach((letter, index) => header.setUint8(at + index, letter.charCodeAt(0)));
  text(0, "RIFF");
  header.setUint32(4, 36 + samples, true);
  text(8, "WAVEfmt ");
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, SAMPLES_A_SECOND, true);
  header.setUint32(28, SAMPLES_A_SECOND, true);
  header.setUint16(32, 1, true);
  header.setUint16(34, 8, true);
  text(36, "data");
  header.setUint32(40, samples, true);
  return new Blob([header, new Uint8Array(samples).fill(128)], { type: "audio/wav" });
}
