/**
 * Every known fact about what a SID or another key in a row names is a field that leads there, or says why it is none.
 * relationships.tsv has the facts: a field that a descriptor loses, or that leads elsewhere, fails here.
 */
import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLNamedType, getNamedType, isObjectType, isUnionType } from 'graphql';
import { expect, test } from 'vitest';

const textOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const schema = buildSchema(textOf('../../schema.graphql'));
const facts = textOf('relationships.tsv')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [type = '', field = '', targets = '', why = ''] = line.split('\t');
    return { type, field, targets, why };
  });

/** The types of the rows that a field leads to, one by one or as a list. */
const rowsOf = (type: GraphQLNamedType): readonly string[] => {
  if (isUnionType(type)) return type.getTypes().map(({ name }) => name);
  const nodes = isObjectType(type) ? type.getFields().nodes : undefined;
  return [nodes ? getNamedType(nodes.type).name : type.name];
};
const fieldOf = (type: string, field: string) => {
  const of = schema.getType(type);
  return isObjectType(of) ? of.getFields()[field] : undefined;
};

test('each fact is a field that leads there', () => {
  const wrong = facts
    .filter(({ targets }) => targets !== '-')
    .flatMap(({ type, field, targets }) => {
      const found = fieldOf(type, field);
      const leads = found ? rowsOf(getNamedType(found.type)).join(' ') : 'no field';
      return leads === targets ? [] : [`${type}.${field} leads to ${leads}, not to ${targets}`];
    });
  expect(wrong).toEqual([]);
});

test('each fact that is left out has a reason, and no field', () => {
  const left = facts.filter(({ targets }) => targets === '-');
  expect(left.filter(({ why }) => why === '')).toEqual([]);
  const leads = (type: string, field: string) => {
    const found = fieldOf(type, field);
    return found !== undefined && schema.getType(getNamedType(found.type).name) !== undefined && isRows(found.type);
  };
  expect(left.filter(({ type, field }) => leads(type, field))).toEqual([]);
});

/** Whether a field leads to rows, instead of holding a value. */
const isRows = (type: Parameters<typeof getNamedType>[0]): boolean => {
  const named = getNamedType(type);
  return isUnionType(named) || (isObjectType(named) && 'id' in named.getFields()) || /Connection$/.test(String(named));
};
