import { expect, test } from "vitest";
import { layOutLabels, nearestIn, overlapOf, type Box, type LabelWanted } from "./label-layout";

const area: Box = { x: 0, y: 0, width: 358, height: 430 };
const middle = { x: 179, y: 215 };
const target: Box = { x: 139, y: 175, width: 80, height: 80 };
const label = (x: number, y: number): LabelWanted => ({ dot: { x, y }, width: 150, height: 40 });

const clear = (boxes: readonly Box[], obstacles: readonly Box[]): void => {
  boxes.forEach((box, index) => {
    for (const other of [...boxes.slice(index + 1), ...obstacles]) expect(overlapOf(box, other)).toBe(0);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(area.width);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(area.height);
  });
};

test("five labels on a phone lie clear of one another, of the target and of the buttons", () => {
  const obstacles = [target, { x: 300, y: 0, width: 58, height: 175 }];
  clear(layOutLabels([label(100, 120), label(110, 140), label(260, 300), label(20, 400), label(180, 60)], obstacles, area, middle), obstacles);
});

test("labels of dots in one heap are pulled apart", () => {
  clear(layOutLabels([label(60, 100), label(62, 104), label(64, 98), label(58, 108)], [target], area, middle), [target]);
});

test("a label with room stands right beside its dot, on the far side of the target", () => {
  const [box] = layOutLabels([{ dot: { x: 250, y: 120 }, width: 60, height: 20 }], [target], area, middle);
  const end = nearestIn(box ?? area, { x: 250, y: 120 });
  expect(Math.hypot(end.x - 250, end.y - 120)).toBeLessThan(20);
  expect((box?.x ?? 0) + 30).toBeGreaterThan(250);
});

test("on a picture as low as a phone's, three labels stay clear of one another whatever else they cover", () => {
  const low: Box = { x: 0, y: 0, width: 344, height: 270 };
  const obstacles = [{ x: 146, y: 110, width: 52, height: 52 }, { x: 0, y: 0, width: 140, height: 112 }, { x: 282, y: 0, width: 62, height: 172 }, { x: 0, y: 220, width: 112, height: 50 }, { x: 232, y: 220, width: 112, height: 50 }];
  const boxes = layOutLabels([label(240, 140), label(180, 180), label(230, 35)], obstacles, low, { x: 172, y: 136 });
  boxes.forEach((box, index) => {
    for (const other of boxes.slice(index + 1)) expect(overlapOf(box, other)).toBe(0);
  });
});
