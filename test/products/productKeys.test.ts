/** Keys and ids of products' rows that are not theirs: refused with the argument's name, before anything is sent. */
import { expect, test } from 'vitest';
import type { Entity, Step } from '../../src/model/index.ts';
import {
  ancestors,
  depthOf,
  GlobalIds,
  hasPersonalKeys,
  keyArgument,
  mutationName,
  ownArguments,
  productName,
} from '../../src/model/index.ts';
import { servedProducts } from '../../src/server/products.ts';
import { serverWithStandIn } from '../support/hooks.ts';
import { keyFor } from '../support/published.ts';
import { sid } from '../support/rows.ts';
import { TOKEN } from '../support/server.ts';

const { twilio, server } = await serverWithStandIn();
const { registry } = servedProducts(undefined);
const others = registry.entities.filter((entity) => productName(entity) !== 'api.v2010');
const products = [...new Set(others.map(productName))];
const BAD = ['', '..', 'a/b', '%2f', 'a\u0000b', 'x'.repeat(100_000)];

const argumentsOf = (entity: Entity): readonly (readonly [string, Step])[] => [
  ...ancestors(entity)
    .filter(({ name }) => name !== 'Account')
    .map((step) => [keyArgument(step), step] as const),
  ...ownArguments(entity).map((name) => [name, entity] as const),
];
/** Updates and deletes that can be written without variables. */
const writesOf = (entity: Entity): readonly (readonly [field: string, rest: string])[] => {
  const name = mutationName(entity);
  const inputs = Object.entries(entity.update ?? {});
  const [text] = inputs.find(([, { scalar, many }]) => scalar === 'String' && !many) ?? [];
  const isPlain = inputs.every(([, { must }]) => !must);
  const isRemoved = entity.remove === true || Object.values(entity.remove || {}).every(({ must }) => !must);
  return [
    ...(entity.update && text && isPlain ? [[`${name}Update`, `, input: { ${text}: "a" }`] as const] : []),
    ...(entity.remove && isRemoved ? [[`${name}Delete`, ''] as const] : []),
  ];
};

test.each(products)('writes of %s', async (product) => {
  twilio.play(() => [500, {}]);
  for (const entity of others.filter((each) => productName(each) === product))
    for (const [field, rest] of writesOf(entity)) {
      const all = argumentsOf(entity);
      for (const [argument, step] of all) {
        const bad = BAD.filter((value) => !step.keyPattern?.[0].test(value) || value === '..');
        const call = (value: string, i: number) =>
          `a${i}: ${field}(${all
            .map(([name, of]) => `${name}: ${JSON.stringify(name === argument ? value : keyFor(of))}`)
            .join(', ')}${rest}) { userErrors { code field } }`;
        const { data, errors } = await server.ask(`mutation { ${bad.map(call).join(' ')} }`);
        expect(errors, field).toEqual([]);
        for (const i of bad.keys())
          expect(data[`a${i}`].userErrors, `${field} ${bad[i]?.slice(0, 20)}`).toEqual([
            { code: 'BAD_USER_INPUT', field: [argument] },
          ]);
      }
    }
  expect(twilio.seen).toEqual([]);
});

const ids = new GlobalIds(TOKEN);
const encode = (text: string) => Buffer.from(text, 'latin1').toString('base64url');
test.each(products)('forged ids of %s', async (product) => {
  twilio.play(() => [500, {}]);
  for (const entity of others.filter((each) => productName(each) === product && each.fetch)) {
    const keys = argumentsOf(entity).map(([, step]) => keyFor(step));
    if (keys.length !== depthOf(entity) || keys.length === 0) continue;
    const right = Buffer.from(ids.write(entity, keys), 'base64url').toString('latin1');
    const forged = [
      ...[
        `${right}/${sid('CA')}`,
        `${right}/`,
        `${right}\n`,
        `${right}%2e`,
        right.replace(/.$/, '/..'),
        `${right}\u0000`,
      ],
      ...[
        `x${right}`,
        right.replace(/:.*/s, ':'),
        right.replace(/:.*/s, ''),
        right.replace(':', ':../'),
        right.toLowerCase(),
      ],
      ...[right.replace(/[^:/]+$/, ''), right.replace(/[^:/]+$/, '..'), right.replace(/[^:/]+$/, '%2F..')],
    ].map(encode);
    const last = argumentsOf(entity).at(-1)?.[1];
    // A part of a key that is any text is a key, too.
    const truncated = last?.sid && !last.alias ? [ids.write(entity, keys).slice(0, -3)] : [];
    const wrong = [...forged, ...truncated, `${ids.write(entity, keys)}=`, ''];
    if (hasPersonalKeys(entity)) wrong.push(encode(`${entity.name}:${keys.join('/')}`));
    const { data, errors } = await server.ask(
      `{ ${wrong.map((id, i) => `a${i}: node(id: ${JSON.stringify(id)}) { id }`).join(' ')} }`,
    );
    const accepted = wrong.filter((_, i) => !errors.some(({ path }) => path?.[0] === `a${i}`));
    expect([entity.name, accepted.map((id) => Buffer.from(id, 'base64url').toString())]).toEqual([entity.name, []]);
    for (const { extensions } of errors) expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'id' });
    expect(Object.values(data ?? {}).filter(Boolean)).toEqual([]);
  }
  expect(twilio.seen).toEqual([]);
});
