/** Chance that can be repeated: the same seed draws the same. `SEED=7 npx vitest run …` draws other values in all tests. */

const SHIFT = Number(process.env.SEED ?? 0);

export interface Chance {
  /** A whole number from 0 to below `n`. */
  below(n: number): number;
  pick<T>(from: readonly T[]): T;
}

/** mulberry32. */
export const chance = (seed: number): Chance => {
  let state = seed + SHIFT * 1_000_003;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return { below, pick: (from) => from[below(from.length)] as (typeof from)[number] };
};
