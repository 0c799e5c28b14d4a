import { describe, expect, test } from "vitest";
import { advance, atStart, begin, cuesAhead, goOn, holdNow, leftOf, LONGEST_ABSENCE_MS, moveTo, pause, repeat, runs, shareOf, takeUp, type SessionClock, type StepTimes } from "./session-clock";

const TIMES: StepTimes = { prepareMs: 15_000, holdMs: 30_000, restMs: 10_000, rounds: 1 };
const TWICE: StepTimes = { ...TIMES, rounds: 2 };
const TWO = [TIMES, TIMES];
const holding = (now = 0): SessionClock => holdNow(atStart(now), TIMES, now);

test("a point is prepared, held and rested from, then the next one is prepared, then it is done", () => {
  const begun = begin(atStart(0), TIMES, 0);
  const phases = [0, 14_999, 15_000, 45_000, 55_000, 70_000, 100_000, 110_000].map((now) => {
    const { clock } = advance(begun, TWO, now);
    return `${clock.step} ${clock.phase} ${leftOf(clock, TIMES, now)}`;
  });
  expect(phases).toEqual(["0 preparing 15000", "0 preparing 1", "0 holding 30000", "0 resting 10000", "1 preparing 15000", "1 holding 30000", "1 resting 10000", "1 done 0"]);
});

test("however seldom it is asked, it stands where the clock says", () => {
  const begun = begin(atStart(0), TIMES, 0);
  for (const every of [100, 777, 5000, 41_000]) {
    let clock = begun;
    const told = [];
    for (let now = every; now < 130_000 + every; now += every) {
      const next = advance(clock, TWO, now);
      clock = next.clock;
      told.push(...next.passed);
    }
    expect(told).toEqual(advance(begun, TWO, 200_000).passed);
    expect(clock.phase).toBe("done");
  }
});

test("away for 40 s in a hold of 30 s: the hold is finished and told, and the next point has not begun", () => {
  const { clock, passed } = advance(holding(), TWO, 45_000, 5000);
  expect(passed.map(({ kind, at }) => `${kind} ${at}`)).toEqual(["hold-ended 30000", "rest-ended 40000", "waits 40000"]);
  expect(clock).toMatchObject({ step: 1, phase: "ready" });
  expect(advance(clock, TWO, 900_000).clock).toBe(clock);
});

test("back within the rest, the rest goes on and the next point begins, for it is seen", () => {
  const away = advance(holding(), TWO, 35_000, 5000);
  expect(away.clock).toMatchObject({ step: 0, phase: "resting" });
  expect(leftOf(away.clock, TIMES, 35_000)).toBe(5000);
  expect(advance(away.clock, TWO, 41_000).clock).toMatchObject({ step: 1, phase: "preparing" });
});

test("a point that began in sight runs through all its holds unseen", () => {
  const { clock, passed } = advance(begin(atStart(0), TWICE, 0), [TWICE, TIMES], 300_000, 1000);
  expect(passed.filter(({ kind }) => kind === "hold-ended").map(({ round, at }) => [round, at])).toEqual([[0, 45_000], [1, 85_000]]);
  expect(clock).toMatchObject({ step: 1, phase: "ready" });
});

test("the last point ends the session, seen or not", () => {
  const { clock, passed } = advance(holding(), [TIMES], 90_000, 5000);
  expect(clock.phase).toBe("done");
  expect(passed.at(-1)).toMatchObject({ kind: "ended", at: 40_000 });
});

test("a pause keeps what is left, in a hold, a rest and a preparation", () => {
  for (const [from, at, left] of [[holding(), 12_000, 18_000], [advance(holding(), TWO, 30_000).clock, 34_000, 6000], [begin(atStart(0), TIMES, 0), 5000, 10_000]] as const) {
    const paused = pause(from, TIMES, at);
    expect(runs(paused)).toBe(false);
    expect(leftOf(paused, TIMES, 999_999)).toBe(left);
    expect(advance(paused, TWO, 999_999).passed).toEqual([]);
    const again = goOn(paused, 1_000_000);
    expect(leftOf(again, TIMES, 1_001_000)).toBe(left - 1000);
  }
});

test("a point is held again from its beginning, and left for another one", () => {
  const resting = advance(holding(), TWO, 31_000).clock;
  expect(repeat(resting, TIMES, 31_000)).toMatchObject({ step: 0, phase: "holding", left: 30_000 });
  expect(moveTo(resting, 1, TWO, 32_000)).toMatchObject({ step: 1, phase: "preparing", left: 15_000 });
  expect(moveTo(pause(resting, TIMES, 32_000), 1, TWO, 33_000)).toMatchObject({ step: 1, phase: "ready", paused: false });
  expect(moveTo(resting, 2, TWO, 32_000)).toMatchObject({ step: 1, phase: "done" });
});

describe("taken up again after a reload", () => {
  test("it has run on", () => {
    const saved = holding();
    expect(takeUp(saved, 5000, 20_000)).toBe(saved);
    expect(advance(takeUp(saved, 5000, 45_000), TWO, 45_000, 5000).clock).toMatchObject({ step: 1, phase: "ready" });
  });

  test("after a long absence it stands, paused, where it was left", () => {
    const now = 5000 + LONGEST_ABSENCE_MS + 1;
    const clock = takeUp(holding(), 5000, now);
    expect(clock).toMatchObject({ step: 0, phase: "holding", paused: true, left: 25_000 });
    expect(advance(clock, TWO, now, 5000).passed).toEqual([]);
  });

  test("what stood still stands as it was", () => {
    const paused = pause(holding(), TIMES, 4000);
    expect(takeUp(paused, 4000, 9e9)).toBe(paused);
  });
});

test("the share falls from one to nothing", () => {
  expect(shareOf(atStart(0), TIMES, 0)).toBe(1);
  expect(shareOf(holding(), TIMES, 15_000)).toBe(0.5);
  expect(shareOf(holding(), TIMES, 99_000)).toBe(0);
});

describe("sounds ahead", () => {
  const said = (clock: SessionClock, times: StepTimes, now: number): string[] => cuesAhead(clock, times, now).map(({ kind, inMs }) => `${kind} ${inMs}`);

  test("of a preparation: all to the end of the point", () => {
    expect(said(begin(atStart(0), TIMES, 0), TIMES, 5000)).toEqual(["hold 10000", "half 25000", "let-go 40000", "rest-over 50000"]);
  });

  test("of a hold: its half only while that is to come", () => {
    expect(said(holding(), TIMES, 10_000)).toEqual(["half 5000", "let-go 20000", "rest-over 30000"]);
    expect(said(holding(), TIMES, 20_000)).toEqual(["let-go 10000", "rest-over 20000"]);
  });

  test("of the first of two holds: the second too", () => {
    expect(said(holding(), TWICE, 20_000)).toEqual(["let-go 10000", "hold 20000", "half 35000", "let-go 50000", "rest-over 60000"]);
  });

  test("each falls where the clock says that it happens", () => {
    const clock = begin(atStart(0), TWICE, 0);
    const happens = advance(clock, [TWICE], 1e6).passed.filter(({ kind }) => kind === "hold-began" || kind === "hold-ended").map(({ at }) => at);
    expect(cuesAhead(clock, TWICE, 0).filter(({ kind }) => kind === "hold" || kind === "let-go").map(({ inMs }) => inMs)).toEqual(happens);
  });

  test("of what stands still: none", () => {
    expect(said(pause(holding(), TIMES, 1000), TIMES, 2000)).toEqual([]);
    expect(said(atStart(0), TIMES, 0)).toEqual([]);
  });
});
