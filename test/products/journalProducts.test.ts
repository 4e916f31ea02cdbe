/** Every write of every product that costs money or reaches a person: once it was sent, it is not sent again. */
import { isDeepStrictEqual } from 'node:util';
import { type GraphQLField, getNamedType, isInputObjectType, isRequiredInputField } from 'graphql';
import { expect, test } from 'vitest';
import {
  ancestors,
  type Entity,
  jsonName,
  keyArgument,
  keysOf,
  ownArguments,
  type Step,
} from '../../src/model/index.ts';
import type { RootField } from '../../src/schema/types.ts';
import { servedProducts } from '../../src/server/products.ts';
import { literalOf, selectionOf } from '../support/anyField.ts';
import { closedAfterTest, serverWithStandIn } from '../support/hooks.ts';
import { unusedPort } from '../support/ports.ts';
import { startAgainst } from '../support/server.ts';
import { type Answer, type Seen, startStandIn } from '../support/standIn.ts';

const {
  registry,
  schemas: { whole: schema },
} = servedProducts(undefined);
const SETTINGS = {
  TWILIO_DESTINATIONS: 'premium,shared-cost,satellite,emergency',
  // However busy the machine is, nothing ends because its time is over.
  TWILIO_OPERATION_TIMEOUT_MS: '600000',
  TWILIO_QUEUE_WAIT_MS: '600000',
};
const { twilio, server } = await serverWithStandIn(SETTINGS);

const CHANGES = { CREATE: 'create', UPDATE: 'update' } as const;
type Change = (typeof CHANGES)[keyof typeof CHANGES];
interface Paid {
  readonly field: GraphQLField<unknown, unknown>;
  readonly entity: Entity;
  readonly change: Change;
}
const paid = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field): Paid[] => {
  const { operation, entity } = (field.extensions.rootField ?? {}) as Partial<RootField>;
  const change = CHANGES[operation as keyof typeof CHANGES];
  return entity && change && entity.paid?.includes(change) ? [{ field, entity, change }] : [];
});

const KEYS = ['a', '1', '+14155550100', '2026-11-20', 'US', 'calls', '415', 'aa', 'a'.repeat(32)];
const keyFor = (step: Step): string => {
  const [prefix] = [step.sid ?? []].flat();
  if (prefix) return `${prefix}${'a'.repeat(32)}`;
  return KEYS.find((each) => step.keyPattern?.[0].test(each)) ?? 'a';
};

/** The least input that passes the checks: what is required, one of each group, and something to change. */
const inputOf = ({ field, entity, change }: Paid): string | undefined => {
  const type = getNamedType(field.args.find(({ name }) => name === 'input')?.type);
  if (!isInputObjectType(type)) return undefined;
  const fields = Object.values(type.getFields());
  const chosen = new Set(fields.filter(isRequiredInputField).map(({ name }) => name));
  if (change === 'create') for (const [name] of entity.requireOneOf ?? []) if (name) chosen.add(name);
  if (change === 'update' && chosen.size === 0)
    for (const { name } of fields) if (!entity.update?.[name]?.header && chosen.size === 0) chosen.add(name);
  const given = fields.filter(({ name }) => chosen.has(name));
  return `{ ${given.map(({ name, type: of }) => `${name}: ${literalOf(of)}`).join(', ')} }`;
};

const textOf = (one: Paid): string => {
  const steps = ancestors(one.entity).filter(({ name }) => name !== 'Account');
  const own = ownArguments(one.entity).map((name) => [name, JSON.stringify(keyFor(one.entity))]);
  const input = inputOf(one);
  const given = Object.fromEntries([
    ...steps.map((step) => [keyArgument(step), JSON.stringify(keyFor(step))]),
    ...own,
    ...(input === undefined ? [] : [['input', input]]),
    ...(one.entity.uniqueBy === undefined ? [] : [['overwrite', 'true']]),
    ['idempotencyKey', '$key'],
  ]);
  return `mutation($key: String) { made: ${selectionOf(one.field, given, 'userErrors { code }')} }`;
};

/** An empty page of any product. */
const EMPTY = {
  ...{ rows: [], next_page_uri: null, meta: { key: 'rows', next_page_url: null } },
  ...{ Resources: [], startIndex: 1, itemsPerPage: 0, totalResults: 0 },
};
const AT_ONCE = 64;
const addressOf = ({ headers: { host }, method, path }: Seen): string => `${method} ${host}${path}`;
const isWrite = ({ method }: Seen): boolean => method !== 'GET';
const writes = (): readonly string[] => twilio.seen.filter(isWrite).map(addressOf).sort();

/** Sends it; returns what the client hears. */
const send = async (one: Paid, key: string, to = server): Promise<unknown> => {
  const { data, errors, text } = await to.ask(textOf(one), { key });
  return errors[0]?.extensions.code ?? data?.made?.userErrors[0]?.code ?? (data?.made ? 'OK' : text);
};
/** What the journal says of it, as soon as it is not under way. */
const recorded = async (key: string, to = server): Promise<unknown> => {
  let operation: { state: string; entity: string } | undefined;
  const state = async () => {
    const { data } = await to.ask('query($key: String) { operation(idempotencyKey: $key) { state entity } }', { key });
    operation = data?.operation;
    return operation?.state;
  };
  await expect.poll(state).not.toMatch(/SENDING|QUEUED/);
  return `${operation?.state} ${operation?.entity}`;
};
const inParts = async (check: (one: Paid) => Promise<string | undefined>): Promise<void> => {
  for (let i = 0; i < paid.length; i += AT_ONCE) {
    const wrong = await Promise.all(paid.slice(i, i + AT_ONCE).map(check));
    expect(wrong.filter((each) => each !== undefined)).toEqual([]);
  }
};
const differs = (one: Paid, said: unknown, right: unknown): string | undefined =>
  isDeepStrictEqual(said, right) ? undefined : `${textOf(one)}: ${JSON.stringify(said)}, not ${JSON.stringify(right)}`;

test('every create takes an idempotency key', () => {
  const creates = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(
    ({ extensions: { rootField } }) => (rootField as Partial<RootField> | undefined)?.operation === 'CREATE',
  );
  expect(creates.length).toBeGreaterThan(200);
  expect(
    creates.filter(({ args }) => !args.some(({ name }) => name === 'idempotencyKey')).map(({ name }) => name),
  ).toEqual([]);
});

/** By the address that it is sent to. */
const byAddress = new Map<string, Paid>();
/** What Twilio answers to one that it carries out. */
const rowOf = ({ entity }: Paid): object => {
  const as = registry.identity(entity);
  return Object.fromEntries(
    keysOf(as).map((name) => [as.fields[name] ? jsonName(as, name, as.fields[name]) : name, keyFor(as)]),
  );
};

test('429 with a long wait: it was not carried out, and its key is as good as new', async () => {
  expect(paid.length).toBeGreaterThan(100);
  twilio.play(() => [429, { code: 20429, message: 'Too Many Requests', status: 429 }, { 'retry-after': '3600' }]);
  // One after the other: what comes next is of this one.
  for (const one of paid) {
    const before = twilio.seen.length;
    const key = `${one.field.name} later`;
    const said = [await send(one, key), await recorded(key)];
    expect(differs(one, said, ['RATE_LIMITED', `CANCELLED ${one.entity.name}`])).toBeUndefined();
    const own = twilio.seen.slice(before).filter(isWrite);
    expect(own, textOf(one)).toHaveLength(1);
    byAddress.set(addressOf(own[0] as Seen), one);
  }
  expect(byAddress.size).toBe(paid.length);
});

const html = '<html><body>Here is something else</body></html>';
const lost: [name: string, answer: Answer][] = [
  ['reset', (response) => response.destroy()],
  ['500', [500, { code: 20500, message: 'broken', status: 500 }]],
  [
    'truncated body',
    (response) => {
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': 1000 });
      response.write('{"sid": "');
      setTimeout(() => response.destroy(), 20);
    },
  ],
  ['HTML with 200', [200, html, { 'content-type': 'text/html' }]],
  ['404', [404, { code: 20404, message: 'The requested resource was not found', status: 404 }]],
];
test.each(lost)(
  '%s after it was accepted: posted once, of unknown outcome, and repeated by no key',
  async (name, answer) => {
    twilio.play(({ method }) => (method === 'GET' ? EMPTY : answer));
    await inParts(async (one) => {
      const key = `${one.field.name} ${name}`;
      // Only a create may be carried out and answered with 404, unless a 404 is what Twilio says of a refusal.
      const isRefused = name === '404' && (one.change === 'update' || one.entity.notFoundRefuses === true);
      const [code, state] = isRefused ? ['NOT_FOUND', 'REFUSED'] : ['OUTCOME_UNKNOWN', 'UNKNOWN'];
      const said = [await send(one, key), await recorded(key), await send(one, key)];
      return differs(one, said, [code, `${state} ${one.entity.name}`, code]);
    });
    expect(writes()).toEqual([...byAddress.keys()].sort());
  },
);

test('429, then success: posted twice, done once, and repeated by no key', async () => {
  const refused = new Set<string>();
  twilio.play((request) => {
    if (!isWrite(request)) return EMPTY;
    const address = addressOf(request);
    const one = byAddress.get(address);
    if (!one || refused.has(address)) return [201, one ? rowOf(one) : {}];
    refused.add(address);
    return [429, { code: 20429, message: 'Too Many Requests', status: 429 }];
  });
  await inParts(async (one) => {
    const key = `${one.field.name} busy`;
    const said = [await send(one, key), await recorded(key), await send(one, key)];
    return differs(one, said, ['OK', `DONE ${one.entity.name}`, 'OK']);
  });
  expect(writes()).toEqual([...byAddress.keys(), ...byAddress.keys()].sort());
});

test('a refused connection: nothing was sent, and the same key sends it once when there is one', async () => {
  const port = await unusedPort();
  const other = closedAfterTest(await startAgainst(`http://127.0.0.1:${port}`, SETTINGS));
  const keyOf = ({ field }: Paid) => `${field.name} refused`;
  await inParts(async (one) => {
    const said = [await send(one, keyOf(one), other), await recorded(keyOf(one), other)];
    return differs(one, said, ['UPSTREAM_UNREACHABLE', `CANCELLED ${one.entity.name}`]);
  });
  const late = closedAfterTest(await startStandIn(undefined, port));
  late.play((request) => {
    const one = isWrite(request) && byAddress.get(addressOf(request));
    return one ? [201, rowOf(one)] : EMPTY;
  });
  await inParts(async (one) => {
    const said = [await send(one, keyOf(one), other), await send(one, keyOf(one), other)];
    return differs(one, said, ['OK', 'OK']);
  });
  expect(late.seen.filter(isWrite).map(addressOf).sort()).toEqual([...byAddress.keys()].sort());
});
