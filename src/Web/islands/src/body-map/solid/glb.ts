/** The left half of the figure as its file holds it. Places are metres in the body frame. */
export interface HalfBody {
  /** x, y, z of each vertex; x >= 0, exactly 0 on the seam between the halves. */
  readonly positions: Float32Array;
  /** Directions of length 1. */
  readonly normals: Float32Array;
  /** 0 (hidden from all light) to 1, one a vertex. */
  readonly openness: Float32Array;
  /** Half of the number of the left cell that the vertex belongs to. */
  readonly cells: Uint32Array;
  /** Three corners a triangle, counter-clockwise seen from outside. */
  readonly triangles: Uint32Array;
}

interface Accessor {
  readonly bufferView: number;
  readonly byteOffset?: number;
  readonly componentType: number;
  readonly normalized?: boolean;
  readonly count: number;
  readonly type: "SCALAR" | "VEC2" | "VEC3" | "VEC4";
}

interface Document {
  readonly nodes: readonly { readonly translation?: readonly number[]; readonly scale?: readonly number[] }[];
  readonly meshes: readonly {
    readonly primitives: readonly { readonly attributes: Readonly<Record<string, number>>; readonly indices: number }[];
  }[];
  readonly accessors: readonly Accessor[];
  readonly bufferViews: readonly { readonly byteOffset?: number; readonly byteStride?: number }[];
}

const MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const COMPONENTS = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 } as const;
/** Seam vertices that rounding moved this little off the plane are put back on it. */
const SEAM_METRES = 5e-5;

interface Component {
  readonly bytes: number;
  /** What stands for 1 in a normalized value. */
  readonly one: number;
  read(data: DataView, at: number): number;
}

const COMPONENT_TYPES: Readonly<Record<number, Component>> = {
  5120: { bytes: 1, one: 127, read: (data, at) => data.getInt8(at) },
  5121: { bytes: 1, one: 255, read: (data, at) => data.getUint8(at) },
  5122: { bytes: 2, one: 32767, read: (data, at) => data.getInt16(at, true) },
  5123: { bytes: 2, one: 65535, read: (data, at) => data.getUint16(at, true) },
  5125: { bytes: 4, one: 4294967295, read: (data, at) => data.getUint32(at, true) },
  5126: { bytes: 4, one: 1, read: (data, at) => data.getFloat32(at, true) },
};

/**
 * Reads the figure's file: one mesh of one primitive in one node that may be moved and scaled. Our own reader, because a
 * general loader is larger than all of this and the file is ours.
 * @throws when it is another kind of file.
 */
export function readHalfBody(file: ArrayBuffer): HalfBody {
  const header = new DataView(file);
  if (file.byteLength < 20 || header.getUint32(0, true) !== MAGIC || header.getUint32(16, true) !== JSON_CHUNK) {
    throw new Error("The body is no binary glTF file.");
  }
  const jsonLength = header.getUint32(12, true);
  const document = JSON.parse(new TextDecoder().decode(new Uint8Array(file, 20, jsonLength))) as Document;
  const data = new DataView(file, 20 + jsonLength + 8);
  const primitive = document.meshes[0]?.primitives[0];
  if (!primitive) throw new Error("The body has no mesh.");
  const read = (name: string): Values => valuesOf(document, data, primitive.attributes[name], name);

  const positions = read("POSITION");
  const colours = read("COLOR_0");
  const node = document.nodes[0];
  const scale = node?.scale ?? [1, 1, 1];
  const translation = node?.translation ?? [0, 0, 0];
  return {
    positions: Float32Array.from(positions.numbers, (value, index) => {
      const metres = value * (scale[index % 3] ?? 1) + (translation[index % 3] ?? 0);
      return index % 3 === 0 && Math.abs(metres) < SEAM_METRES ? 0 : metres;
    }),
    normals: Float32Array.from(read("NORMAL").numbers),
    openness: Float32Array.from({ length: colours.numbers.length / colours.width }, (_, index) => colours.numbers[index * colours.width] ?? 1),
    cells: Uint32Array.from(read("_CELL").numbers),
    triangles: Uint32Array.from(valuesOf(document, data, primitive.indices, "indices").numbers),
  };
}

interface Values {
  readonly numbers: Float64Array;
  /** Numbers for each vertex. */
  readonly width: number;
}

function valuesOf(document: Document, data: DataView, index: number | undefined, name: string): Values {
  const accessor = index === undefined ? undefined : document.accessors[index];
  const view = accessor && document.bufferViews[accessor.bufferView];
  const component = accessor && COMPONENT_TYPES[accessor.componentType];
  if (!accessor || !view || !component) throw new Error(`The body has no ${name}.`);
  const width = COMPONENTS[accessor.type];
  const stride = view.byteStride ?? width * component.bytes;
  const start = (view.byteOffset ?? 0) + (accessor.byteOffset ?? 0);
  const divisor = accessor.normalized ? component.one : 1;
  const numbers = new Float64Array(accessor.count * width);
  for (let vertex = 0; vertex < accessor.count; vertex++) {
    for (let each = 0; each < width; each++) {
      const value = component.read(data, start + vertex * stride + each * component.bytes) / divisor;
      numbers[vertex * width + each] = value;
    }
  }
  return { numbers, width };
}
