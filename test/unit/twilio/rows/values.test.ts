/** Moments have the form that Twilio takes and sends, whenever they are. */
import { expect, test } from 'vitest';
import { isoSeconds } from '../../../../src/twilio/rows/index.ts';
import { chance } from '../../../support/chance.ts';

const { below } = chance(20261129);
const YEAR_MS = 31_556_952_000;

test.each([
  ['of this century', () => Date.UTC(2000, 0, 1) + below(100 * YEAR_MS)],
  ['of any year that a Date can hold', () => below(540_000 * YEAR_MS) - 270_000 * YEAR_MS],
  ['around the years in which the form changes', () => Date.UTC(below(2) ? 10_000 : 1000, 0, 1) + below(2000) - 1000],
])('moments %s are those of toISOString without milliseconds', (_name, draw) => {
  for (let round = 0; round < 2000; round++) {
    const moment = new Date(draw());
    expect(isoSeconds(moment)).toBe(moment.toISOString().replace(/\.\d{3}Z$/, 'Z'));
  }
});

test('what is no moment is refused', () => expect(() => isoSeconds(new Date(Number.NaN))).toThrow(RangeError));
