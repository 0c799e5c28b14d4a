import type { Side } from "../shared/api";
import { language } from "../shared/language";
import { t } from "../shared/text";

/** "31 %". */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  return whole < 1 ? t("under 1 %") : `${whole} %`;
}

/** "3 in 10", "4 in 1,000": shares are read more rightly as numbers of people. */
export function inPeople(share: number): string {
  for (const of of [10, 100, 1000]) {
    if (share * of >= 0.95) return t("{0} in {1}", Math.round(share * of), new Intl.NumberFormat(language()).format(of));
  }
  return t("fewer than 1 in 1,000");
}

export function sideInWords(side: Side): string {
  return side === "midline" ? t("middle") : side === "left" ? t("left") : t("right");
}

/** "Temple, right"; a place that exists once has no side. */
export function placeInWords({ name, side }: { readonly name: string; readonly side: Side }): string {
  return side === "midline" ? name : t("{0}, {1}", name, sideInWords(side));
}

/** "1 Lower trapezius, right", "2 Upper trapezius, right", "your pain": first what is to be released first. */
export function chainInWords(links: readonly { readonly name: string; readonly side: Side }[]): readonly string[] {
  return [...links.map((link, index) => `${index + 1} ${placeInWords(link)}`), t("your pain")];
}
