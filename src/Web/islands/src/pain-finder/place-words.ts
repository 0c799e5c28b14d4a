import type { PainQuality } from "../shared/api";
import { t } from "../shared/text";

/** How pain can feel, the words that are used most first. */
export const QUALITIES: readonly PainQuality[] = [
  "dull", "sharp", "burning", "tingling", "stiff", "tight", "aching", "throbbing", "numb",
  "pressing", "pulling", "stabbing", "shooting", "radiating", "cramping", "electric", "heavy", "sore", "itching", "weak", "deep",
];
/** So many are offered at once; the others after "More words". */
export const FIRST_QUALITIES = 9;

export function qualityInWords(quality: PainQuality): string {
  const words: Readonly<Record<PainQuality, string>> = {
    aching: t("aching"),
    burning: t("burning"),
    cramping: t("cramping"),
    deep: t("deep"),
    dull: t("dull"),
    electric: t("electric"),
    heavy: t("heavy"),
    itching: t("itching"),
    numb: t("numb"),
    pressing: t("pressing"),
    pulling: t("pulling"),
    radiating: t("radiating"),
    sharp: t("sharp"),
    shooting: t("shooting"),
    sore: t("sore"),
    stabbing: t("stabbing"),
    stiff: t("stiff"),
    throbbing: t("throbbing"),
    tight: t("tight"),
    tingling: t("tingling"),
    weak: t("weak"),
  };
  return words[quality];
}

/** @param intensity 0 to 10. */
export function intensityInWords(intensity: number): string {
  if (intensity === 0) return t("0 of 10: does not hurt");
  if (intensity <= 3) return t("{0} of 10: mild", intensity);
  if (intensity <= 6) return t("{0} of 10: moderate", intensity);
  return t("{0} of 10: strong", intensity);
}
