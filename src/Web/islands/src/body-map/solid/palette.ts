import type { Color, ShaderMaterial } from "three";
import type { BallPalette } from "../motion/solid-motion";

/** The colours that the page chooses. */
export interface Palette extends BallPalette {
  readonly skin: Color;
  readonly pain: Color;
  readonly zone: Color;
  /** Where it does not hurt. */
  readonly free: Color;
  /** The belly of a muscle, and the tendon that it ends in. */
  readonly fibre: Color;
  readonly tendon: Color;
  /** Brightness of the studio; less than 1 in the dark. */
  readonly exposure: number;
}

export const uniformsOf = (palette: Palette): Record<string, { value: Color | number }> => ({
  skin: { value: palette.skin },
  pain: { value: palette.pain },
  zone: { value: palette.zone },
  free: { value: palette.free },
  fibre: { value: palette.fibre },
  tendon: { value: palette.tendon },
  exposure: { value: palette.exposure },
});

export function recolour(material: ShaderMaterial, palette: Palette): void {
  for (const [name, { value }] of Object.entries(uniformsOf(palette))) setUniform(material, name, value);
}

/** Only a uniform that the material was made with. */
export function setUniform(material: ShaderMaterial, name: string, value: Color | number): void {
  const uniform = material.uniforms[name];
  if (uniform) uniform.value = value;
}
