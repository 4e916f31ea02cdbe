/** What the tests use of it. */
export interface Moment {
  readonly from: number;
  readonly to: number;
}
export const densest: (moments: readonly Moment[], lengthMs?: number) => number;
