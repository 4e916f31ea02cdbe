/** Documents are checked once and kept up to a total size, whatever a client sends. */
import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { Documents } from '../../../src/http/documents.ts';
import { oneSchema } from '../../support/oneSchema.ts';

const schema = buildSchema('type Query { hello: String }');
const counting = () => {
  const parsed: string[] = [];
  const parser = {
    parse: (text: string) => {
      parsed.push(text);
      return parse(text);
    },
    validate,
  };
  return { parser, parsed };
};

it('checks a document that comes again once', async () => {
  const { parser, parsed } = counting();
  const documents = new Documents(oneSchema(schema));
  const first = await documents.check('{ hello }', parser);
  expect(await documents.check('{ hello }', parser)).toEqual(first);
  expect(parsed).toHaveLength(1);
});

it('does not keep documents that are invalid', async () => {
  const { parser, parsed } = counting();
  const documents = new Documents(oneSchema(schema));
  for (const _time of [1, 2]) expect(await documents.check('{ nothing }', parser)).toHaveProperty('errors');
  expect(parsed).toHaveLength(2);
});

it.each([10, 200, 1600])('keeps 200,000 characters at most, of documents with %d aliases', async (aliases) => {
  const { parser, parsed } = counting();
  const documents = new Documents(oneSchema(schema));
  const texts = Array.from(
    { length: Math.ceil(400_000 / (aliases * 16)) },
    (_, n) => `{ ${Array.from({ length: aliases }, (_, i) => `g${n}_${i}: __typename`).join(' ')} }`,
  );
  for (const text of texts) await documents.check(text, parser);
  parsed.length = 0;
  // The newest first: asking for what is gone would push out what is there.
  const kept: string[] = [];
  for (const text of texts.toReversed()) {
    const before = parsed.length;
    await documents.check(text, parser);
    if (parsed.length === before) kept.push(text);
  }
  const characters = kept.join('').length;
  expect(characters).toBeLessThanOrEqual(200_000);
  expect(characters).toBeGreaterThan(aliases < 1000 ? 150_000 : -1);
});

it.each([
  [19_990, 1],
  [20_010, 2],
])('keeps a document of %d characters only if it is not too long: parsed %d times', async (length, times) => {
  const { parser, parsed } = counting();
  const documents = new Documents(oneSchema(schema));
  const text = '{ hello }'.padEnd(length);
  for (const _time of [1, 2]) await documents.check(text, parser);
  expect(parsed).toHaveLength(times);
});
