/** How finely the solid figure is meshed. Both have the same cells; the light one is drawn where the full one would stutter. */
export type Detail = "full" | "light";

/** What a browser tells about its device; undefined where it keeps that to itself. */
export interface DeviceHints {
  /** The person asked for little data. */
  readonly saveData: boolean;
  readonly memoryGigabytes: number | undefined;
  readonly processors: number | undefined;
  /** Fingers instead of a mouse. */
  readonly coarsePointer: boolean;
}

export function bodyAddress(detail: Detail): string {
  return detail === "light" ? "/assets/body-half-light.glb" : "/assets/body-half.glb";
}

/**
 * Guessed before anything is loaded: who saves data wants the smaller file, a device with so little memory closes the page
 * over a few large buffers, and a phone with two processors has a graphics part to match. Two processors alone say nothing:
 * office computers have them too.
 */
export function detailFor({ saveData, memoryGigabytes, processors, coarsePointer }: DeviceHints): Detail {
  const littleMemory = memoryGigabytes !== undefined && memoryGigabytes <= 2;
  const smallPhone = coarsePointer && processors !== undefined && processors <= 2;
  return saveData || littleMemory || smallPhone ? "light" : "full";
}

/** Two of these are in some browsers only. */
type Telling = Navigator & { readonly connection?: { readonly saveData?: boolean }; readonly deviceMemory?: number };

export function hintsOf(browser: Telling): DeviceHints {
  return {
    saveData: browser.connection?.saveData === true,
    memoryGigabytes: browser.deviceMemory,
    processors: browser.hardwareConcurrency,
    coarsePointer: window.matchMedia("(pointer: coarse)").matches,
  };
}

/** Longer than this and a turning figure no longer follows the finger. */
const SLOW_MILLISECONDS = 60;
/** The first frames carry the mesh to the card and translate the shaders, once. */
const WARM_UP_FRAMES = 3;
const MEASURED_FRAMES = 7;

/** Watches the first frames of a figure: the only honest word on a device's graphics is how long they take. */
export class FirstFrames {
  readonly #times: number[] = [];

  /** Whether more frames are wanted to be sure. */
  get isWatching(): boolean {
    return this.#times.length <= WARM_UP_FRAMES + MEASURED_FRAMES;
  }

  /** @param now of the frame, milliseconds. @returns true once, when the frames turn out to be slow. */
  note(now: number): boolean {
    if (!this.isWatching) return false;
    this.#times.push(now);
    if (this.isWatching) return false;
    const times = this.#times.slice(WARM_UP_FRAMES);
    const lengths = times.slice(1).map((time, index) => time - (times[index] ?? time));
    // The median: one long frame is only another tab waking up.
    return (lengths.toSorted((a, b) => a - b)[MEASURED_FRAMES >> 1] ?? 0) > SLOW_MILLISECONDS;
  }
}
