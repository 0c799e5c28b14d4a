import { fetchKept } from "./fetch-kept";
import { apiAddress } from "./language";
import type { components } from "./schema";
import { t } from "./text";

type Schemas = components["schemas"];

export type Side = Schemas["Side"];
export type TraceRequest = Schemas["TracePainRequest"];
export type Trace = Schemas["TracePainResponse"];
export type Fallback = Schemas["ListFallbackResponse"];
export type PainQuality = Schemas["PainQuality"];
export type Result = Schemas["Result"];
export type Suggestion = Schemas["ToldSuggestion"];
export type Next = Schemas["ToldNext"];
export type Explanation = Schemas["ToldExplanation"];
export type Understood = Schemas["UnderstandWordsResponse"];
export type UnderstoodRegion = Schemas["SaidRegion"];
export type RegionEntry = Schemas["RegionEntry"];
export type Muscle = Schemas["ShowMuscleResponse"];
export type ReleaseWay = Schemas["ReleaseWay"];
export type MuscleFigure = Schemas["DrawnMuscle"];
export type Figure = Schemas["DrawMuscleResponse"];
export type Roll = Schemas["RollMuscleResponse"];

/** The server answered, but not with what was asked for. */
export class ApiProblem extends Error {
  readonly status: number;

  constructor(status: number, detail: string) {
    super(detail);
    this.name = "ApiProblem";
    this.status = status;
  }
}

/** The JSON API of this site. What only changes with the data of the atlas is fetched once. */
export class Api {
  readonly #version: string;
  readonly #kept = new Map<string, Promise<unknown>>();

  /** @param version the data version of the page */
  constructor(version: string) {
    this.#version = version;
  }

  trace(request: TraceRequest, signal: AbortSignal): Promise<Trace> {
    return readJson<Trace>("/api/v1/trace", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(request),
      signal,
    });
  }

  async regions(): Promise<readonly RegionEntry[]> {
    return (await this.#keep<Schemas["ListRegionsResponse"]>("/api/v1/regions")).regions;
  }

  /** Lists made beforehand, for times without a connection. */
  fallback(): Promise<Fallback> {
    return this.#keep("/api/v1/fallback");
  }

  muscle(id: string): Promise<Muscle> {
    return this.#keep(`/api/v1/muscles/${encodeURIComponent(id)}`);
  }

  figure(muscleId: string): Promise<Figure> {
    return this.#keep(`/api/v1/muscles/${encodeURIComponent(muscleId)}/figure`);
  }

  /** The way of a ball along a muscle. */
  roll(muscleId: string, technique: string): Promise<Roll> {
    return this.#keep(`/api/v1/muscles/${encodeURIComponent(muscleId)}/rolls/${encodeURIComponent(technique)}`);
  }

  /** Every muscle's fibres; asked for only when the skin is taken off. */
  async figures(): Promise<readonly MuscleFigure[]> {
    return (await this.#keep<Schemas["DrawMusclesResponse"]>("/api/v1/muscles/figures")).muscles;
  }

  /** Where the answer about a muscle, its figure or its roll is fetched. */
  addressOf(muscleId: string, part?: "figure" | `rolls/${string}`): string {
    return apiAddress(this.#address(`/api/v1/muscles/${encodeURIComponent(muscleId)}${part ? `/${part}` : ""}`));
  }

  #address(path: string): string {
    return `${path}?v=${encodeURIComponent(this.#version)}`;
  }

  #keep<T>(path: string): Promise<T> {
    const known = this.#kept.get(path);
    if (known) return known as Promise<T>;
    const asked = readJson<T>(this.#address(path), {});
    this.#kept.set(path, asked);
    asked.catch(() => this.#kept.delete(path)); // a failure is asked again
    return asked;
  }
}

async function readJson<T>(address: string, init: RequestInit): Promise<T> {
  const response = await fetchKept(apiAddress(address), init);
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => ({}))) as { readonly detail?: string };
  throw new ApiProblem(response.status, problem.detail ?? t("The server answered {0}.", response.status));
}
