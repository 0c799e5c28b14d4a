import { expect, test } from "vitest";
import { directionInWords, distanceInWords, wayInWords } from "./words";

const back = { x: 0, y: 0, z: -1 };
const front = { x: 0, y: 0, z: 1 };

test.each([
  [9, "half a finger's breadth"],
  [18, "a finger's breadth"],
  [36, "two fingers' breadths"],
  [54, "three fingers' breadths"],
  [85, "a hand's breadth"],
  [105, "a hand's and a finger's breadth"],
])("%d mm are %s", (millimetres, words) => {
  expect(distanceInWords(millimetres)).toBe(words);
});

test("on the back inwards is towards the spine, on either side of the body", () => {
  expect(directionInWords({ x: 180, y: 1450, z: -20 }, { x: 150, y: 1410, z: -20 }, back)).toBe("below and towards the spine");
  expect(directionInWords({ x: -180, y: 1450, z: -20 }, { x: -150, y: 1410, z: -20 }, back)).toBe("below and towards the spine");
  expect(directionInWords({ x: 0, y: 1450, z: -20 }, { x: -60, y: 1450, z: -20 }, back)).toBe("towards the outer side");
});

test("on the front it is towards the middle, on a leg towards its inner side", () => {
  expect(directionInWords({ x: 90, y: 1300, z: 90 }, { x: 40, y: 1300, z: 90 }, front)).toBe("towards the middle");
  expect(directionInWords({ x: 120, y: 500, z: 60 }, { x: 80, y: 520, z: 60 }, front)).toBe("towards the inner side and above");
});

test("what runs into the body is not said", () => {
  expect(directionInWords({ x: 100, y: 1000, z: 0 }, { x: 100, y: 1040, z: -60 }, back)).toBe("above");
  expect(directionInWords({ x: 100, y: 1000, z: 0 }, { x: 100, y: 1000, z: -60 }, back)).toBe("at the same place");
});

test("a landmark, how far and where to", () => {
  const near = { landmark: "acromion", name: "Tip of the shoulder", x: 180, y: 1454, z: -20, distanceMillimetres: 37 };
  const exact = { pointOnSkin: { x: 150, y: 1430, z: -20 }, outwards: back, spreadMillimetres: 15, nearby: [near] };
  expect(wayInWords(near, exact)).toBe("Tip of the shoulder: two fingers' breadths towards the spine and below");
});
