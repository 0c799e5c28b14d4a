import { expect, test } from "vitest";
import type { ReleaseWay } from "../shared/api";
import { chooseWay, waysTo } from "./ways";

const way = (technique: string, tool: ReleaseWay["tool"], ...points: string[]): ReleaseWay => ({ technique, tool, points, name: technique }) as unknown as ReleaseWay;
const [ball, fingers, breath, roller] = [way("ball-on-wall", "ball-wall"), way("fingers", "fingers"), way("breathe", "breath"), way("roller", "roller")];

test("the usual way is taken when its tool is at hand", () => {
  expect(chooseWay([ball, fingers], ["ball"], undefined)).toEqual({ way: ball, insteadOf: undefined, lacks: undefined });
});

test("without the tool another way is taken, and it is said instead of which", () => {
  expect(chooseWay([ball, fingers], [], undefined)).toEqual({ way: fingers, insteadOf: ball, lacks: undefined });
});

test("what was chosen comes first, as far as it is at hand", () => {
  expect(chooseWay([fingers, ball, roller], ["ball"], "ball-on-wall")?.way).toBe(ball);
  expect(chooseWay([fingers, ball, roller], ["ball"], "roller")).toEqual({ way: fingers, insteadOf: roller, lacks: undefined });
  expect(chooseWay([fingers, ball], [], "of-another-muscle")?.way).toBe(fingers);
});

test("where nothing else reaches, it says what is lacking", () => {
  expect(chooseWay([ball], ["roller"], undefined)).toEqual({ way: ball, insteadOf: undefined, lacks: "ball" });
});

test("breathing stands in for a tool only where nothing presses", () => {
  expect(chooseWay([ball, breath, fingers], [], undefined)?.way).toBe(fingers);
  expect(chooseWay([ball, breath], [], undefined)?.way).toBe(breath);
});

test("ways to a point are those that reach it, without a therapist's", () => {
  const other = way("thumb", "thumb", "m-2");
  expect(waysTo("m-1", [ball, other, way("hands", "therapist")])).toEqual([ball]);
});
