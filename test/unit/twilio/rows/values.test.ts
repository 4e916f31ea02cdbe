/** Values are read as what they are, or not at all; moments have the form that Twilio takes, whenever they are. */
import { describe, expect, test } from 'vitest';
import { type Scalar, t, type Value } from '../../../../src/model/index.ts';
import { isoSeconds } from '../../../../src/twilio/rows/index.ts';
import { decode, UNRECOGNIZED } from '../../../../src/twilio/rows/values.ts';
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

const enumOf = t.enum('queued', '1', 'true');
const samples: Record<Scalar, readonly [kind: Value, good: unknown]> = {
  ID: [t.sid, 'CA1'],
  String: [t.string, 'text'],
  URL: [t.url, 'https://example.com/'],
  Int: [t.int, '7'],
  Float: [t.float, '7.5'],
  Boolean: [t.boolean, 'true'],
  Decimal: [t.decimal, '0.0075'],
  Long: [t.long, '12345678901234567'],
  DateTime: [t.dateTime, '2026-09-01T00:00:00Z'],
  Date: [t.date, '2026-09-01'],
  JSON: [t.json, '{"a":1}'],
  Object: [t.object('It', { a: t.int }), { a: 1 }],
  Enum: [enumOf, 'queued'],
};
/** What a text or JSON may be: anything. A word of an enum that is none is a new one. */
const TAKES_LISTS: readonly string[] = ['String', 'JSON', 'Enum'];
describe.each(Object.entries(samples).filter(([scalar]) => !TAKES_LISTS.includes(scalar)))(
  '%s',
  (_scalar, [kind, good]) => {
    test('is read', () => expect(decode('it', kind, good)).not.toBeNull());
    test.each([
      ['a list of one', [good]],
      ['a list of lists', [[good]]],
      ['an empty list', []],
      ['a list of null', [null]],
      ['an object with a text of its own', { toString: () => good }],
    ])('%s is no value', (_what, raw) => {
      // Every object may be an object of fields; then it has none of them.
      if (kind.scalar === 'Object' && !Array.isArray(raw)) return;
      expect(() => decode('it', kind, raw)).toThrow(expect.objectContaining({ code: 'UPSTREAM_UNREADABLE' }));
    });
  },
);

const read: [kind: Value, raw: unknown, shown: unknown][] = [
  [enumOf, 'queued', 'queued'],
  [enumOf, ['queued'], 'UNRECOGNIZED'],
  [enumOf, { toString: () => 'queued' }, 'UNRECOGNIZED'],
  [t.int, 90, 90],
  [t.int, '90', 90],
  [t.int, '-3', -3],
  [t.int, '3.00', 3],
  [t.float, '-0.5', -0.5],
  [t.float, '1.5e-7', 1.5e-7],
  [t.float, 1e21, 1e21],
  [t.decimal, -0.0075, '-0.0075'],
  [t.decimal, '-0.00750', '-0.00750'],
  [t.long, 1700000000000, '1700000000000'],
  [t.date, '2026-09-01', '2026-09-01'],
  [t.date, '2026-09-01T23:00:00-05:00', '2026-09-01'],
  [t.date, 'Tue, 01 Sep 2026 00:00:00 +0000', '2026-09-01'],
  [t.string, ['a'], '["a"]'],
  [t.string, 5, '5'],
  [enumOf, 1, '1'],
  [enumOf, true, 'true'],
  [enumOf, 'new', UNRECOGNIZED],
  [t.json, '{"a":[1]}', { a: [1] }],
  [t.json, ' [1]', [1]],
  [t.json, '{"a":12345678901234567890}', { a: '12345678901234567890' }],
  [t.json, '[1', '[1'],
  [t.json, '123', '123'],
  [t.json, '12345678901234567890', '12345678901234567890'],
  [t.json, '1e400', '1e400'],
  [t.json, 'null', 'null'],
  [t.json, 'true', 'true'],
  [t.json, '"a"', '"a"'],
  [t.json, 5, 5],
];
test.each(read)('%j of %j is %j', (kind, raw, shown) => expect(decode('it', kind, raw)).toEqual(shown));

/** JSON.parse makes infinity of a number that is too large. */
const refused: [kind: Value, raw: unknown][] = [
  ...['0x10', '1e3', '0b1', 'Infinity', ' 7', '7 ', '1.5', '1.00000000000000001', '.0', '2147483648', true].map(
    (raw): [Value, unknown] => [t.int, raw],
  ),
  ...['0x10', 'Infinity', ' 7', '1,5', true].map((raw): [Value, unknown] => [t.float, raw]),
  ...['0x10', '1e400', ' 7', true].map((raw): [Value, unknown] => [t.decimal, raw]),
  ...['2026-02-31', '2026-09-01garbage', 'Sep 1'].map((raw): [Value, unknown] => [t.date, raw]),
  ...[t.int, t.float, t.decimal, t.long, t.string, t.sid, t.url, t.json].map((kind): [Value, unknown] => [
    kind,
    Infinity,
  ]),
  ...[t.string, t.json].map((kind): [Value, unknown] => [kind, { a: [-Infinity] }]),
  [t.json, '{"a":1e400}'],
  [t.json, `${'['.repeat(5000)}${']'.repeat(5000)}`],
];
test.each(refused)('%j of %j cannot be read', (kind, raw) =>
  expect(() => decode('it', kind, raw)).toThrow(expect.objectContaining({ code: 'UPSTREAM_UNREADABLE' })),
);
