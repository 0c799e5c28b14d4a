import type { Point2 } from "../geometry/outline";
import { add, clamp, cross, dot, mix, normalize, scale, subtract } from "../geometry/vector";
import type { Facing, Point3 } from "../types";

/** Where the camera stands. Angles are radians, lengths millimetres. */
export interface Pose {
  /** The place in the middle of the picture. */
  readonly target: Point3;
  /** 0 looks at the front; a quarter turn looks at the person's left side. */
  readonly azimuth: number;
  /** More than 0 looks down. */
  readonly elevation: number;
  /** Half the height that is seen at the target. */
  readonly reach: number;
}

export interface Ray {
  readonly origin: Point3;
  readonly direction: Point3;
}

const HOME_ELEVATION = (3 * Math.PI) / 180;
const HOME_TARGET: Point3 = { x: 0, y: 885, z: 0 };
/** Half the figure's height and width with a margin. */
const FIGURE = { halfHeight: 965, halfWidth: 525 };
/** A narrow angle keeps the proportions of the figure, as a long lens does. */
const HALF_FIELD_OF_VIEW = (11 * Math.PI) / 180;
/** Half a hand's breadth and a little, on a narrow screen too. */
const LEAST_REACH = 58;
const LOWEST = (-35 * Math.PI) / 180;
const HIGHEST = (75 * Math.PI) / 180;
const RADIANS_PER_PIXEL = 0.0085;
const ANIMATION_MILLISECONDS = 520;

/** A camera that goes around the figure and stays near it. Pure: it knows neither the DOM nor the graphics card. */
export class Orbit {
  #pose: Pose = { target: HOME_TARGET, azimuth: 0, elevation: HOME_ELEVATION, reach: FIGURE.halfHeight };
  #width = 1;
  #height = 1;
  #move: { readonly from: Pose; readonly to: Pose; startedAt: number | undefined } | undefined;

  get pose(): Pose {
    return this.#pose;
  }

  get moving(): boolean {
    return this.#move !== undefined;
  }

  static get fieldOfViewDegrees(): number {
    return (2 * HALF_FIELD_OF_VIEW * 180) / Math.PI;
  }

  get aspect(): number {
    return this.#width / this.#height;
  }

  get distance(): number {
    return this.#pose.reach / Math.tan(HALF_FIELD_OF_VIEW);
  }

  get eye(): Point3 {
    return add(this.#pose.target, scale(this.#backwards, this.distance));
  }

  /** The side of the body that the camera sees most of. */
  get facing(): Facing {
    const { x, z } = this.#backwards;
    if (Math.abs(x) > Math.abs(z)) return x > 0 ? "left" : "right";
    return z > 0 ? "front" : "back";
  }

  /** Pixels for a millimetre at the target. */
  get scale(): number {
    return this.#height / (2 * this.#pose.reach);
  }

  /** The reach at which all of the figure is seen. */
  get #wholeReach(): number {
    return Math.max(FIGURE.halfHeight, FIGURE.halfWidth / this.aspect);
  }

  /** From the target to the eye. */
  get #backwards(): Point3 {
    const { azimuth, elevation } = this.#pose;
    return {
      x: Math.sin(azimuth) * Math.cos(elevation),
      y: Math.sin(elevation),
      z: Math.cos(azimuth) * Math.cos(elevation),
    };
  }

  /** The directions right and up in the picture. */
  get axes(): { readonly right: Point3; readonly up: Point3 } {
    const right = normalize(cross({ x: 0, y: 1, z: 0 }, this.#backwards));
    return { right, up: cross(this.#backwards, right) };
  }

  resize(width: number, height: number): void {
    const whole = this.#pose.reach >= this.#wholeReach;
    this.#width = Math.max(1, width);
    this.#height = Math.max(1, height);
    this.#set({ ...this.#pose, reach: whole ? this.#wholeReach : this.#pose.reach });
  }

  turn(pixelsX: number, pixelsY: number): void {
    this.#set({
      ...this.#pose,
      azimuth: this.#pose.azimuth - pixelsX * RADIANS_PER_PIXEL,
      elevation: this.#pose.elevation + pixelsY * RADIANS_PER_PIXEL,
    });
  }

  /** Moves the picture up and down the body. */
  slide(pixelsY: number): void {
    this.#set({ ...this.#pose, target: add(this.#pose.target, { x: 0, y: pixelsY / this.scale, z: 0 }) });
  }

  /** @param factor more than 1 comes closer. @param at the place in the picture that stays. @returns whether it changed. */
  zoomBy(factor: number, at: Point2): boolean {
    const { reach, target } = this.#pose;
    const next = clamp(reach / factor, LEAST_REACH, this.#wholeReach);
    const { right, up } = this.axes;
    const kept = 1 - next / reach;
    const across = scale(right, ((at.x / this.#width) * 2 - 1) * reach * this.aspect * kept);
    const along = scale(up, (1 - (at.y / this.#height) * 2) * reach * kept);
    this.#set({ ...this.#pose, reach: next, target: add(target, add(across, along)) });
    return next !== reach;
  }

  goHome(animate: boolean): void {
    this.#go({ target: HOME_TARGET, azimuth: nearestTurn(0, this.#pose.azimuth), elevation: HOME_ELEVATION, reach: this.#wholeReach }, animate);
  }

  /** @param outwards the camera comes to stand in this direction from the target. @param radius what is seen around it. */
  goTo(target: Point3, outwards: Point3, radius: number, animate: boolean): void {
    const direction = normalize(outwards);
    this.#go(
      {
        target,
        azimuth: nearestTurn(Math.atan2(direction.x, direction.z), this.#pose.azimuth),
        // Straight from above one does not know what one sees.
        elevation: clamp(Math.asin(clamp(direction.y, -1, 1)) * 0.6, LOWEST, HIGHEST * 0.6),
        reach: clamp(radius / Math.min(1, this.aspect), LEAST_REACH, this.#wholeReach),
      },
      animate,
    );
  }

  /** @returns whether it is still moving. */
  advance(now: number): boolean {
    const move = this.#move;
    if (!move) return false;
    move.startedAt ??= now;
    const share = clamp((now - move.startedAt) / ANIMATION_MILLISECONDS, 0, 1);
    const eased = share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2;
    const between = (from: number, to: number): number => from + (to - from) * eased;
    this.#pose = {
      target: mix(move.from.target, move.to.target, eased),
      azimuth: between(move.from.azimuth, move.to.azimuth),
      elevation: between(move.from.elevation, move.to.elevation),
      reach: Math.exp(between(Math.log(move.from.reach), Math.log(move.to.reach))),
    };
    if (share === 1) this.#move = undefined;
    return share < 1;
  }

  /** Where a place appears, in pixels; places behind the camera are not asked for. */
  project(place: Point3): Point2 {
    const { right, up } = this.axes;
    const seen = subtract(place, this.eye);
    const depth = Math.max(1, -dot(seen, this.#backwards)) * Math.tan(HALF_FIELD_OF_VIEW);
    return {
      x: (this.#width / 2) * (1 + dot(seen, right) / (depth * this.aspect)),
      y: (this.#height / 2) * (1 - dot(seen, up) / depth),
    };
  }

  /** The line of sight through a place in the picture. */
  rayThrough(at: Point2): Ray {
    const { right, up } = this.axes;
    const reach = Math.tan(HALF_FIELD_OF_VIEW);
    const across = scale(right, ((at.x / this.#width) * 2 - 1) * reach * this.aspect);
    const along = scale(up, (1 - (at.y / this.#height) * 2) * reach);
    return { origin: this.eye, direction: normalize(subtract(add(across, along), this.#backwards)) };
  }

  #go(to: Pose, animate: boolean): void {
    if (animate) this.#move = { from: this.#pose, to: this.#limited(to), startedAt: undefined };
    else this.#set(to);
  }

  #set(pose: Pose): void {
    this.#move = undefined;
    this.#pose = this.#limited(pose);
  }

  #limited(pose: Pose): Pose {
    const reach = clamp(pose.reach, LEAST_REACH, this.#wholeReach);
    // The farther away, the nearer the middle must be to that of the figure; at home it is there.
    const slack = 1 - reach / this.#wholeReach;
    return {
      azimuth: pose.azimuth,
      elevation: clamp(pose.elevation, LOWEST, HIGHEST),
      reach,
      target: {
        x: clamp(pose.target.x, -500 * slack, 500 * slack),
        y: HOME_TARGET.y + clamp(pose.target.y - HOME_TARGET.y, -900 * slack, 900 * slack),
        z: clamp(pose.target.z, -180 * slack, 180 * slack),
      },
    };
  }
}

/** The same direction, less than half a turn away from the present one. */
function nearestTurn(angle: number, present: number): number {
  const turn = 2 * Math.PI;
  return angle + Math.round((present - angle) / turn) * turn;
}
