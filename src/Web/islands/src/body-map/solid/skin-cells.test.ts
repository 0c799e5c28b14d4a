import { expect, test } from "vitest";
import { halfBox } from "../testing/figures";
import { mirrorBody } from "./body-mesh";
import { clearDirection } from "./clear-direction";
import { cellOfCorner, SkinCells } from "./skin-cells";
import { TriangleTree } from "./triangle-tree";

// Cells of the box: front low 0/1, front high 2/3, side 4/5, back 6/7 (left/right). Its front is at z = 50 mm.
const mesh = mirrorBody(halfBox());
const cells = new SkinCells(mesh);
const eye = { x: 0, y: 500, z: 4000 };

test("a brush marks the patch it is set on, however large that is", () => {
  expect(cells.under(0, { x: 50, y: 20, z: 50 }, 5, eye)).toEqual([0]);
});

test("a wide brush crosses the midline and goes on over the skin", () => {
  expect(cells.under(0, { x: 10, y: 480, z: 50 }, 400, eye).toSorted()).toEqual([0, 1, 2, 3]);
});

test("not even the widest brush marks the side that is turned away", () => {
  const at = { x: 10, y: 480, z: 50 };
  expect(cells.under(0, at, 5000, eye).toSorted()).toEqual([0, 1, 2, 3]);
  // From the left, a little in front: what is left of the midline and the left side; never the back.
  expect(cells.under(0, at, 5000, { x: 4000, y: 500, z: 400 }).toSorted()).toEqual([0, 2, 4]);
});

test("a brush stops at the patches whose centres it does not cover", () => {
  // The centre of the upper left front lies 270 mm from this place, those of the right half 290 mm and more.
  expect(cells.under(0, { x: 55, y: 480, z: 50 }, 275, eye).toSorted()).toEqual([0, 2]);
});

test("a triangle on the right carries the right cell, also where it touches the seam", () => {
  const right = Array.from({ length: mesh.triangles.length - mesh.rightStart }, (_, each) => cellOfCorner(mesh, mesh.rightStart + each));
  expect(new Set(right)).toEqual(new Set([1, 3, 5, 7]));
});

test("a cell's anchor is one of its own vertices", () => {
  expect(cells.anchorOf(0)).toEqual({ x: expect.closeTo(50, 3), y: expect.closeTo(200, 3), z: expect.closeTo(50, 3) });
  expect(cells.anchorOf(99)).toBeUndefined();
});

test("out of the skin is the mean direction around a place", () => {
  expect(cells.outwardsAround({ x: 50, y: 200, z: 50 }, 20)?.z).toBeGreaterThan(0.99);
  expect(cells.outwardsAround({ x: 900, y: 200, z: 50 }, 20)).toBeUndefined();
});

test("a place is looked at from the wanted direction when nothing is in the way", () => {
  const tree = new TriangleTree(mesh.positions, mesh.triangles);
  expect(clearDirection(tree, { x: 50, y: 500, z: 50 }, { x: 0, y: 0, z: 1 })).toEqual({ x: 0, y: 0, z: 1 });
});

test("a place behind the body is looked at from another side", () => {
  const tree = new TriangleTree(mesh.positions, mesh.triangles);
  // The outer side of the left half, asked to be seen from the right: the whole box is in between.
  const direction = clearDirection(tree, { x: 100, y: 500, z: 0 }, { x: -1, y: 0, z: 0 });
  expect(direction).not.toEqual({ x: -1, y: 0, z: 0 });
});
