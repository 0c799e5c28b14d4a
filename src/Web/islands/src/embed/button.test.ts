// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { dressAll, inkOn } from "./button";

test("links that ask for it become buttons, others stay", () => {
  document.body.innerHTML = '<a href="https://practice.example/book" data-unknot-book rel="nofollow">Book</a><a href="/x">Other</a>';

  dressAll(document);

  const [book, other] = document.querySelectorAll("a");
  expect(book!.style.getPropertyValue("background")).not.toBe("");
  expect(book!.rel).toBe("nofollow noopener");
  expect(book!.getAttribute("href")).toBe("https://practice.example/book");
  expect(other!.getAttribute("style")).toBeNull();
});

test.each([
  ["#0f5c61", "#ffffff"],
  ["#ffd43b", "#000000"],
  ["#FFFFFF", "#000000"],
])("on %s one reads %s", (colour, ink) => {
  expect(inkOn(colour)).toBe(ink);
});

test("a colour that is none is not used", () => {
  document.body.innerHTML = '<a href="/book" data-unknot-book data-colour="red;position:fixed">Book</a>';

  dressAll(document);

  expect(document.querySelector("a")!.style.position).toBe("");
  expect(document.querySelector("a")!.style.color).not.toBe("");
});
