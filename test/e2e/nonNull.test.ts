/** Fields that Twilio guarantees are non-null: a missing value is one error, and costs its row but never the page. */
import { describe, expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import { type Entity, plural, snakeCase, type Value } from '../../src/model/index.ts';
import { chance } from '../support/chance.ts';
import { serverWithStandIn } from '../support/hooks.ts';
import { page, sid } from '../support/rows.ts';

const { twilio, server } = await serverWithStandIn();

const sampleOf = (value: Value, n: number): unknown => {
  if (value.scalar === 'ID') return sid('AC', n);
  if (value.scalar === 'Enum') return value.values?.[0];
  return (
    { DateTime: 'Fri, 20 Nov 2026 10:00:00 +0000', Int: n, Decimal: '1.5', Boolean: true }[value.scalar as string] ??
    'text'
  );
};
const guaranteed = (entity: Entity): string[] =>
  Object.keys(entity.fields).filter((name) => entity.fields[name]?.nonNull && name !== 'sid');
const rowOf = (entity: Entity, n: number): Record<string, unknown> => {
  const row = guaranteed(entity).map((name) => [snakeCase(name), sampleOf(entity.fields[name] as Value, n)]);
  return { ...Object.fromEntries(row), sid: sid([entity.sid ?? ''].flat()[0] ?? '', n) };
};

const lists = entities.filter(
  ({ filters, in: parent, fields, sid: prefix }) =>
    filters && 'name' in parent && parent.name === 'Account' && prefix && fields.sid,
);
const COUNT = 6;

describe.each(lists.map((entity) => [plural(entity), entity] as const))('%s', (name, entity) => {
  const fields = guaranteed(entity);
  test('has guaranteed values', () => expect(fields).not.toEqual([]));

  test.each([null, undefined, ''])('%s in a guaranteed field', async (nothing) => {
    const random = chance(name.length);
    // A document is compiled after it has come a few times: both ways must answer the same.
    for (let times = 0; times < 8; times++) {
      const field = random.pick(fields);
      const isText = entity.fields[field]?.scalar === 'String';
      if (nothing === '' && isText) continue;
      const broken = random.below(COUNT);
      const rows = Array.from({ length: COUNT }, (_, n) => rowOf(entity, n + 1));
      rows[broken] = { ...rows[broken], [snakeCase(field)]: nothing };
      twilio.play(() => page(snakeCase(entity.at), rows));
      const { data, errors } = await server.ask(
        `{ ${name}(first: ${COUNT}) { nodes { sid ${fields.join(' ')} } edges { cursor node { sid ${fields.join(' ')} } } } }`,
      );
      const { nodes, edges } = data[name];
      expect(nodes.map((row: { sid: string } | null) => row?.sid)).toEqual(
        rows.map((row, n) => (n === broken ? undefined : row.sid)),
      );
      expect(edges.map(({ node }: { node: { sid: string } | null }) => node?.sid)).toEqual(
        rows.map((row, n) => (n === broken ? undefined : row.sid)),
      );
      expect(errors.map(({ path, extensions }) => [path?.join('.'), extensions.code]).sort()).toEqual([
        [`${name}.edges.${broken}.node.${field}`, 'UPSTREAM_UNREADABLE'],
        [`${name}.nodes.${broken}.${field}`, 'UPSTREAM_UNREADABLE'],
      ]);
    }
  });
});

test('rows that lack a guaranteed value can still be filtered and counted', async () => {
  twilio.play(() => page('calls', [{ sid: sid('CA', 1) }, { sid: sid('CA', 2), status: 'busy' }]));
  const { data, errors } = await server.ask(
    '{ calls(filter: { status: { isNull: true } }) { totalCount nodes { sid } } }',
  );
  expect(errors).toEqual([]);
  expect(data.calls).toEqual({ totalCount: 1, nodes: [{ sid: sid('CA', 1) }] });
});
