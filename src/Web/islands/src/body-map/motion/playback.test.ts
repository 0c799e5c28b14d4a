import { expect, test } from "vitest";
import { Playback } from "./playback";

test("time goes on while it plays and stands while it pauses", () => {
  const playback = new Playback(10_000);
  playback.play(500);
  expect(playback.positionAt(1700)).toBe(1200);
  playback.pause(1700);
  expect(playback.positionAt(9000)).toBe(1200);
  playback.play(9000);
  expect(playback.positionAt(9100)).toBe(1300);
});

test("a frame that never came changes nothing", () => {
  const [often, seldom] = [new Playback(10_000), new Playback(10_000)];
  often.play(0);
  seldom.play(0);
  for (let now = 0; now < 7000; now += 16) often.positionAt(now);
  expect(often.positionAt(7000)).toBe(seldom.positionAt(7000));
});

test("it stops at its end and begins anew from there", () => {
  const playback = new Playback(1000);
  playback.play(0);
  expect(playback.positionAt(5000)).toBe(1000);
  expect(playback.hasEnded(5000)).toBe(true);
  playback.pause(5000);
  playback.play(6000);
  expect(playback.positionAt(6100)).toBe(100);
});

test("another rate changes the speed from now on, not what has passed", () => {
  const playback = new Playback(10_000);
  playback.play(0);
  playback.setRate(2, 1000);
  expect(playback.positionAt(1000)).toBe(1000);
  expect(playback.positionAt(2000)).toBe(3000);
  playback.setRate(1, 2000);
  expect(playback.positionAt(2500)).toBe(3500);
});

test("jumping keeps it playing or paused as it was, and stays within the motion", () => {
  const playback = new Playback(10_000);
  playback.seek(4000, 0);
  expect(playback.isPlaying).toBe(false);
  playback.play(100);
  playback.seek(8000, 200);
  expect(playback.positionAt(700)).toBe(8500);
  playback.seek(-5, 800);
  expect(playback.positionAt(800)).toBe(0);
});
