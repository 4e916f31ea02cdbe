/** Descriptions of the schema say something: none only repeats a name, and no sentence is spread over unrelated fields. */
import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLField, type GraphQLInputField, isInputObjectType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
interface Described {
  readonly place: string;
  readonly name: string;
  readonly words: string;
}
type AnyField = GraphQLField<unknown, unknown> | GraphQLInputField;
const described: readonly Described[] = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (type.name.startsWith('__') || !(isObjectType(type) || isInputObjectType(type))) return [];
  return Object.values<AnyField>(type.getFields()).flatMap((field) => {
    const args = 'args' in field ? field.args : [];
    return [field, ...args].flatMap(({ name, description }) =>
      description ? [{ place: `${type.name}.${field.name}`, name, words: description }] : [],
    );
  });
});

/** Letters alone, without articles and without the plural's. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\b(the|an?)\b/g, '')
    .replace(/[^a-z0-9]/g, '')
    .replace(/s$/, '');

test('no description only repeats the name', () => {
  const repeated = described.filter(({ name, words }) => plain(name) === plain(words));
  expect(repeated.map(({ place, words }) => `${place}: ${words}`)).toEqual([]);
});

/** Sentences that this API says of all its fields of a kind, whatever they are called. */
const OF_A_KIND = [/^The (created|updated|replaced|rest of the) ?row; null if/, /^The (created|updated|replaced) row/];
const MOST_NAMES = 6;
test('no sentence is spread over many unrelated fields', () => {
  const names = new Map<string, Set<string>>();
  for (const { name, words } of described) names.set(words, (names.get(words) ?? new Set()).add(name));
  const spread = [...names].filter(
    ([words, { size }]) => size > MOST_NAMES && !OF_A_KIND.some((kind) => kind.test(words)),
  );
  expect(spread.map(([words, { size }]) => `${size} names: ${words}`)).toEqual([]);
});

test('an input says what the field of the same name says, inside objects too', () => {
  const policy = 'VoiceRecordingConfigurationConfigurationCompositionPolicy';
  const update = 'VoiceRecordingConfigurationUpdateConfigurationCompositionPolicy';
  const words = (place: string) => described.find((value) => value.place === place)?.words;
  expect(words(`${policy}.channels`)).toMatch(/`mono`/);
  expect(words(`${policy}Input.channels`)).toBe(words(`${policy}.channels`));
  expect(words(`${update}Input.channels`)).toBe(words(`${policy}.channels`));
  expect(words('SyncDocumentUpdateInput.ttl')).toBe(words('SyncDocumentCreateInput.ttl'));
});

test('every entity has a sentence of its own', () => {
  const wrong = entities.filter(({ about, name }) => !/^[A-Z].+[.)]$/s.test(about) || plain(about) === plain(name));
  expect(wrong.map(({ name, about }) => `${name}: ${about}`)).toEqual([]);
});
