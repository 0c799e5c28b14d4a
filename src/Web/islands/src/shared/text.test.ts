import { afterEach, expect, test } from "vitest";
import { speak, t } from "./text";

afterEach(() => speak({}));

test("a text without a translation is English, with its values in place", () => {
  expect(t("Point {0} of {1}", 2, 4)).toBe("Point 2 of 4");
});

test("a translation may turn the values round", () => {
  speak({ "Point {0} of {1}": "De {1}, el {0}" });
  expect(t("Point {0} of {1}", 2, 4)).toBe("De 4, el 2");
});

test("a value that was not given shows its place rather than nothing", () => {
  expect(t("Point {0} of {1}", 2)).toBe("Point 2 of {1}");
});
