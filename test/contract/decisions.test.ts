/**
 * Every write of every product is decided: whether it costs money or reaches a person, and whether it needs an
 * administrator. A write that decisions.tsv does not name fails here, so that none is free by oversight.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import type { Entity, Value, Values } from '../../src/model/index.ts';
import { productName } from '../../src/model/index.ts';

const products = entities.filter((entity) => productName(entity) !== 'api.v2010');
const decided = new Map(
  readFileSync(new URL('decisions.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name, what, decision = '', why = ''] = line.split('\t');
      return [`${name} ${what}`, { decision, why }] as const;
    }),
);

const WRITES = ['create', 'update', 'replace', 'remove'] as const;
const decisionOf = (entity: Entity, write: (typeof WRITES)[number]): string => {
  const paid: readonly string[] = entity.paid ?? [];
  const marks = [paid.includes(write) && 'paid', entity.admin?.includes(write) && 'admin'].filter(Boolean);
  if (marks.length > 0) return marks.join(' ');
  return entity.asks && write === 'create' ? 'read' : 'free';
};
const writes = products.flatMap((entity) =>
  WRITES.filter((write) => entity[write]).map(
    (write) => [`${entity.name} ${write}`, decisionOf(entity, write)] as const,
  ),
);

test('every write is decided, and marked as it is decided', () => {
  const wrong = writes.filter(([name, mark]) => decided.get(name)?.decision !== mark);
  expect(wrong.map(([name, mark]) => `${name} is ${mark}, decided: ${decided.get(name)?.decision}`)).toEqual([]);
});

test('what has been created by an administrator is removed by one', () => {
  const open = products.filter(({ admin, remove }) => remove && admin?.includes('create') && !admin.includes('remove'));
  expect(open.map(({ name }) => name)).toEqual([]);
});

/** A field that says in which state a row is. */
const isState = (name: string, value: Value, { terminal }: Entity): boolean =>
  /(^|[a-z])([sS]tatus|[sS]tate)$/.test(name) && (value.scalar === 'Enum' || terminal?.[name] !== undefined);
const states = products.flatMap((entity) =>
  Object.entries(entity.fields)
    .filter(([name, value]) => isState(name, value, entity))
    .map(([name]) => [`${entity.name} ${name}`, entity.terminal?.[name]?.join(', ') ?? ''] as const),
);

test('it is decided of every state whether it is final', () => {
  const wrong = states.filter(([name, values]) => {
    const { decision, why } = decided.get(name) ?? {};
    return values === '' ? decision !== 'open' : decision !== 'final' || why !== values;
  });
  expect(wrong).toEqual([]);
});

test('nothing is decided that is not there', () => {
  const there = new Set([...writes, ...states].map(([name]) => name));
  expect([...decided.keys()].filter((name) => !there.has(name))).toEqual([]);
});

/** Names of what is personal wherever it stands. */
const PERSONAL =
  /(e?mail|phoneNumber|firstName|lastName|fullName|dateOfBirth|ipAddress|street|postalCode|^body|identity)$/i;
/** Names of what is secret wherever it stands. */
const SECRET = /(secret|password|privateKey|apiKey|authToken|accessToken|clientToken)$/i;
interface Said {
  readonly place: string;
  readonly name: string;
  readonly value: Value;
}
const valuesOf = (place: string, values: Values): readonly Said[] =>
  Object.entries(values).flatMap(([name, value]) => [
    { place, name, value },
    ...(value.object && !value.personal ? valuesOf(`${place}.${name}`, value.object.fields) : []),
  ]);
const said = products.flatMap((entity) =>
  (['fields', 'create', 'update', 'replace'] as const).flatMap((part) => {
    const values = entity[part];
    return values ? valuesOf(part === 'fields' ? entity.name : `${entity.name}.${part}`, values) : [];
  }),
);

describe('by their names', () => {
  const unmarked = (pattern: RegExp) =>
    said
      .filter(({ name, value }) => pattern.test(name) && ['String', 'JSON'].includes(value.scalar) && !value.allowed)
      .filter(({ value }) => !value.personal && !value.hidden && !value.shownOnce)
      .map(({ place, name }) => `${place}.${name}`);
  test('personal data is marked', () => {
    expect(unmarked(PERSONAL)).toEqual([]);
  });
  test('secrets are marked', () => {
    expect(unmarked(SECRET)).toEqual([]);
  });
});
