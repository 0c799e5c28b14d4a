import { expect, test } from "vitest";
import { readHalfBody } from "./glb";

/** A file as the body's writer makes it: quantized, with a stride, in a node that moves and scales. */
function glb(change: (document: Record<string, unknown>) => void = () => undefined): ArrayBuffer {
  const binary = new DataView(new ArrayBuffer(64));
  // Three places: x, y, z as signed 16-bit shares of 1, padded to 8 bytes.
  [[0, -32767, 0], [16384, 32767, 0], [1, 0, 32767]].forEach((place, vertex) => {
    place.forEach((value, axis) => binary.setInt16(vertex * 8 + axis * 2, value, true));
  });
  [[127, 0, 0], [0, 127, 0], [0, 0, -127]].forEach((normal, vertex) => {
    normal.forEach((value, axis) => binary.setInt8(24 + vertex * 4 + axis, value));
  });
  [255, 51, 0].forEach((open, vertex) => binary.setUint8(36 + vertex * 4, open));
  [7, 300, 7].forEach((cell, vertex) => binary.setUint16(48 + vertex * 2, cell, true));
  [0, 1, 2].forEach((corner, at) => binary.setUint16(56 + at * 2, corner, true));
  const document: Record<string, unknown> = {
    nodes: [{ mesh: 0, translation: [0, 0.87, 0], scale: [2, 2, 2] }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0, NORMAL: 1, COLOR_0: 2, _CELL: 3 }, indices: 4 }] }],
    accessors: [
      { bufferView: 0, componentType: 5122, normalized: true, count: 3, type: "VEC3" },
      { bufferView: 1, componentType: 5120, normalized: true, count: 3, type: "VEC3" },
      { bufferView: 2, componentType: 5121, normalized: true, count: 3, type: "VEC4" },
      { bufferView: 3, componentType: 5123, count: 3, type: "SCALAR" },
      { bufferView: 3, byteOffset: 8, componentType: 5123, count: 3, type: "SCALAR" },
    ],
    bufferViews: [{ byteStride: 8 }, { byteOffset: 24, byteStride: 4 }, { byteOffset: 36, byteStride: 4 }, { byteOffset: 48 }],
  };
  change(document);
  const json = new TextEncoder().encode(JSON.stringify(document).padEnd(1200));
  const file = new ArrayBuffer(20 + json.length + 8 + binary.byteLength);
  const header = new DataView(file);
  [0x46546c67, 2, file.byteLength, json.length, 0x4e4f534a].forEach((value, at) => header.setUint32(at * 4, value, true));
  new Uint8Array(file, 20).set(json);
  new Uint8Array(file, 28 + json.length).set(new Uint8Array(binary.buffer));
  return file;
}

test("places come out in metres, moved and scaled as the node says", () => {
  const { positions } = readHalfBody(glb());
  expect(positions[1]).toBeCloseTo(-2 + 0.87, 6);
  expect(positions[3]).toBeCloseTo((2 * 16384) / 32767, 6);
  expect(positions[4]).toBeCloseTo(2 + 0.87, 6);
});

test("what rounding moved off the seam is on the seam again", () => {
  expect(readHalfBody(glb()).positions[6]).not.toBe(0);
  const narrow = readHalfBody(glb((document) => (document["nodes"] = [{ scale: [1, 1, 1] }])));
  expect(narrow.positions[6]).toBe(0);
});

test("normals, openness, cells and corners come out whole", () => {
  const half = readHalfBody(glb());
  expect([...half.normals]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, -1]);
  expect([...half.openness].map((value) => Number(value.toFixed(3)))).toEqual([1, 0.2, 0]);
  expect([...half.cells]).toEqual([7, 300, 7]);
  expect([...half.triangles]).toEqual([0, 1, 2]);
});

test("another file, and one without cells, is refused", () => {
  expect(() => readHalfBody(new ArrayBuffer(64))).toThrow("no binary glTF");
  const noCells = glb((document) => (document["meshes"] = [{ primitives: [{ attributes: { POSITION: 0, NORMAL: 1, COLOR_0: 2 }, indices: 4 }] }]));
  expect(() => readHalfBody(noCells)).toThrow("no _CELL");
});
