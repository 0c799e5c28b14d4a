// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import type { FigureView } from "../figure-view";
import { MotionWhenWanted } from "./motion-when-wanted";
import { laneOf, motionWith } from "./testing";

const view = (): { showMotion: ReturnType<typeof vi.fn>; moveBall: ReturnType<typeof vi.fn>; follow: () => void } => ({ showMotion: vi.fn(), moveBall: vi.fn(), follow: () => undefined });

const addRing = (): void => undefined;

test("what was asked for until the code is there is caught up on", async () => {
  const ready = vi.fn();
  const motion = motionWith({ lanes: [laneOf(200, [50])] });
  const wanted = new MotionWhenWanted(addRing, ready);
  wanted.motion = motion;
  wanted.at(3000);
  expect(wanted.motion).toBe(motion);
  await vi.waitFor(() => expect(ready).toHaveBeenCalled());
  const seen = view();
  wanted.carryTo(seen as unknown as FigureView);
  expect(seen.showMotion).toHaveBeenCalledWith(motion);
  expect(seen.moveBall).toHaveBeenCalledTimes(1);
});

test("a motion that was taken away in the meantime is not shown", async () => {
  const ready = vi.fn();
  const wanted = new MotionWhenWanted(addRing, ready);
  wanted.motion = motionWith();
  wanted.motion = null;
  await vi.waitFor(() => expect(ready).toHaveBeenCalled());
  const seen = view();
  wanted.carryTo(seen as unknown as FigureView);
  expect(seen.moveBall).not.toHaveBeenCalled();
});
