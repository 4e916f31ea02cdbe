/** Numbers of JSON keep their digits: those that a JavaScript number would change are set apart, and no others. */
import { describe, expect, test } from 'vitest';
import { InexactNumber, isExact, parseExactly, parseTelling } from '../../../src/json/index.ts';
import { chance } from '../../support/chance.ts';

const EXACT = [
  '0',
  '-0',
  '1.50',
  '0.1',
  '1e21',
  '-2.5e-7',
  '9007199254740992',
  '12345678901234567000',
  '0.30000000000000004',
  '5e-324',
  '100000000000000000000000000000000000000000e-40',
  `0.${'0'.repeat(20)}1`,
];
const CHANGED = [
  '9007199254740993',
  '-9007199254740993',
  '12345678901234567890',
  '1234567890123456789e0',
  '0.1234567890123456789',
  '-0.00750000000000000000001',
  '123456789.123456789',
  '12345678.123456789',
  '1.00000000000000001',
];
const LARGE = ['1e400', '-1E+999', '12.5e309', '1e-400'];

test.each(EXACT)('%s is exact', (number) => expect(isExact(number)).toBe(true));
test.each([...CHANGED, ...LARGE])('%s is not', (number) => expect(isExact(number)).toBe(false));

const places = (number: string) => [
  number,
  `[${number}]`,
  `{"a":${number}}`,
  `{ "a" : ${number} }`,
  `{"text":"${'x'.repeat(13)}", "b":[0, ${number},{"c":${number}\n}]}`,
];
const told = (value: unknown): string => JSON.stringify(value);
const texted = (number: string) => (json: string) => told(JSON.parse(json.replaceAll(number, `"${number}"`)));

describe.each(CHANGED)('%s', (number) => {
  test('is a text of its digits in an answer, wherever it stands', () => {
    for (const json of places(number)) expect(told(parseExactly(json))).toBe(texted(number)(json));
  });
});
test.each([...CHANGED, ...LARGE])('%s of a client is set apart', (number) => {
  for (const json of places(number)) expect(told(parseTelling(json))).toBe(texted(number)(json));
  expect(parseTelling(number)).toBeInstanceOf(InexactNumber);
});

test.each(EXACT)('%s stays a number', (number) => {
  for (const json of places(number)) {
    expect(parseExactly(json)).toEqual(JSON.parse(json));
    expect(parseTelling(json)).toEqual(JSON.parse(json));
  }
});

test.each([
  '"12345678901234567890"',
  '"a, -1234567890123456789,"',
  '"\\", 12345678901234567890"',
  '{"12345678901234567890":"[1e400]"}',
])('%s is text', (json) => {
  expect(parseExactly(json)).toEqual(JSON.parse(json));
  expect(parseTelling(json)).toEqual(JSON.parse(json));
});

test.each([
  '01234567890123456789',
  '1234567890123456789.',
  '[-.12345678901234567890]',
  '1.2.3456789012345678',
  '1e400e1',
])('%s is no JSON', (json) => {
  expect(() => parseExactly(json)).toThrow(SyntaxError);
  expect(() => parseTelling(json)).toThrow(SyntaxError);
});

test('what JavaScript writes is exact', () => {
  const { below } = chance(7);
  const view = new DataView(new ArrayBuffer(8));
  for (let round = 0; round < 5000; round++) {
    view.setUint32(0, below(2 ** 32));
    view.setUint32(4, below(2 ** 32));
    const number = view.getFloat64(0);
    if (!Number.isFinite(number)) continue;
    expect(isExact(String(number)), String(number)).toBe(true);
    expect(parseTelling(`[${number}]`)).toEqual([number]);
  }
});

test('a number of 200,000 digits is read at once', () => {
  const number = `1${'0'.repeat(100_000)}1${'0'.repeat(100_000)}`;
  const start = performance.now();
  expect(parseTelling(`{"a":${number}}`)).toEqual({ a: new InexactNumber(number) });
  expect(performance.now() - start).toBeLessThan(1000);
});

test.each(['\\"', '"', '\\', '1', '1e', ' 1e400'])('text without an end is read once: %s', (part) => {
  const text = `[12345678901234567890,"${part.repeat(125_000)}`;
  expect(() => parseTelling(text)).toThrow(SyntaxError);
  expect(() => parseExactly(text)).toThrow(SyntaxError);
});
