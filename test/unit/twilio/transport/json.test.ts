/** Large answers are read in slices: the result is that of reading them at once, wherever the chunks are cut. */
import { expect, test } from 'vitest';
import { parseJson, parseLargeJson } from '../../../../src/twilio/transport/json.ts';
import { chance } from '../../../support/chance.ts';

const { below, pick } = chance(11);
const value = (depth: number): unknown =>
  pick<() => unknown>([
    () => pick([0, -1, 1.5, 1e21, -2.5e-7, below(1e9)]),
    () => pick(['', '"\\/', '\ud83d\ude00', 'é\u2028', '12345678901234567890', 'a, -1234567890123456,']),
    () => pick([null, true, false]),
    () => (depth > 0 ? Array.from({ length: below(5) }, () => value(depth - 1)) : []),
    () =>
      depth > 0 ? Object.fromEntries(Array.from({ length: below(5) }, (_, i) => [`k${i}`, value(depth - 1)])) : {},
  ])();
const cut = (bytes: Buffer): Buffer[] => {
  const chunks: Buffer[] = [];
  for (let from = 0; from < bytes.length; ) {
    const to = from + 1 + below(20);
    chunks.push(bytes.subarray(from, to));
    from = to;
  }
  return chunks;
};

test('random JSON', async () => {
  for (let round = 0; round < 300; round++) {
    const text = JSON.stringify({ rows: value(4), id: '@' }, null, pick([0, 2])).replace('"@"', '-9007199254740993');
    const bytes = Buffer.from(pick(['', '\ufeff']) + text);
    expect(await parseLargeJson(cut(bytes))).toEqual(parseJson([bytes]));
  }
});

test.each(['', '{', '{"a":1', '{"a":1}}', '[1,]', 'nothing', '{"a":01}', '"a', '{"a":1} x'])('%j', async (text) => {
  const bytes = Buffer.from(text);
  expect(parseJson([bytes])).toBeUndefined();
  expect(await parseLargeJson(cut(bytes))).toBeUndefined();
});
