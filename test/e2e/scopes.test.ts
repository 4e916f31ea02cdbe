/** Scopes over HTTP: what a key may not do sends nothing, by whatever path an operation leads there. */
import { type GraphQLField, type GraphQLObjectType, getNamedType, isInputObjectType } from 'graphql';
import { beforeEach, describe, expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import { createRegistry, type Entity, GlobalIds, productName } from '../../src/model/index.ts';
import { buildSchema } from '../../src/schema/schema.ts';
import { selectionOf } from '../support/anyField.ts';
import { closedAfterAll } from '../support/hooks.ts';
import { bearer, newState, onKeys } from '../support/keys.ts';
import { call, message, page, path, recording, sid } from '../support/rows.ts';
import { ACCOUNT, type GraphQLAnswer, startAgainst, TOKEN } from '../support/server.ts';
import { startStandIn } from '../support/standIn.ts';

const SUB = `AC${'b'.repeat(32)}`;
const registry = createRegistry(entities);
const ids = new GlobalIds(TOKEN);
const schema = buildSchema(registry);
const state = newState();

/** One key for each list of scopes, made when it is first used. */
const keys = new Map<string, Promise<string>>();
const keyFor = (...scopes: string[]): Promise<string> => {
  const name = scopes.join(',');
  const known =
    keys.get(name) ?? onKeys(state, async (all) => (await all.create({ name: `k${keys.size}`, scopes })).text);
  keys.set(name, known);
  return known;
};
await keyFor('nothing:read');
const twilio = closedAfterAll(await startStandIn());
const server = closedAfterAll(
  await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: state, TWILIO_MAX_PREDICTED_COST: '1000000' }),
);
const ask = async (scopes: readonly string[], query: string, variables = {}): Promise<GraphQLAnswer> =>
  server.ask(query, variables, undefined, bearer(await keyFor(...scopes)));
const codesOf = ({ errors }: GraphQLAnswer) => errors.map(({ extensions }) => extensions.code);
const isRefused = (answer: GraphQLAnswer) => codesOf(answer).includes('INSUFFICIENT_SCOPE') && !answer.data;
const refusedFor = async (scopes: readonly string[], query: string, variables = {}) => {
  const answer = await ask(scopes, query, variables);
  expect(answer.status, answer.text).toBe(403);
  expect(isRefused(answer), answer.text).toBe(true);
  expect(twilio.seen).toHaveLength(0);
  return answer.errors.map(({ extensions }) => extensions.scope);
};

beforeEach(() =>
  twilio.play(({ method, path: at }) => {
    if (method === 'DELETE') return [204];
    if (method === 'POST') return [201, at.includes('Messages') ? message() : call()];
    if (at.endsWith('/Messages.json')) return page('messages', [message(1), message(2)]);
    if (at.endsWith('/Calls.json')) return page('calls', [call(1), call(2)]);
    if (at.endsWith('/Recordings.json')) return page('recordings', [recording(1)]);
    if (at.includes('/Calls/')) return call(1);
    if (at.includes('/Messages/')) return message(1);
    if (at.includes(`/Accounts/${ACCOUNT}.json`)) return { sid: ACCOUNT, friendly_name: 'Ada & Co.', status: 'active' };
    return [404, { code: 20404, message: 'not found', status: 404 }];
  }),
);

type AnyField = GraphQLField<unknown, unknown>;
const OWN = ['entities', 'operation', 'rateLimit', 'node', 'nodes'];
/** Every root field of the schema, and those inside of products. */
const allFields = (['query', 'mutation'] as const).flatMap((kind) => {
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  return Object.values(root?.getFields() ?? {}).flatMap(
    (field): { kind: string; field: AnyField; wrap(text: string): string }[] => {
      if (OWN.includes(field.name)) return [];
      if (!field.extensions.entry) return [{ kind, field, wrap: (text) => text }];
      const inside = (getNamedType(field.type) as GraphQLObjectType).getFields();
      return Object.values(inside).map((each) => ({ kind, field: each, wrap: (text) => `${field.name} { ${text} }` }));
    },
  );
});

const isOfProduct = ({ field }: (typeof allFields)[number]): boolean => {
  const { entity } = (field.extensions.rootField ?? {}) as { entity?: Entity };
  return entity === undefined || productName(entity) !== 'api.v2010';
};
/** All of the core API; of other products, which follow from the same marks, as many as the time of a test allows. */
const others = allFields.filter(isOfProduct);
const rootFields = [
  ...allFields.filter((each) => !isOfProduct(each)),
  ...others.filter((_, i) => i % Math.ceil(others.length / 100) === 0),
];

describe('every root field', () => {
  test('is refused without its scope: plain, by an alias, in a fragment', async () => {
    expect(rootFields.length).toBeGreaterThan(200);
    const wrong: string[] = [];
    const check = async ({ kind, field, wrap }: (typeof rootFields)[number], i: number) => {
      const text = wrap(selectionOf(field));
      const root = kind === 'query' ? 'Query' : 'Mutation';
      const forms = [
        `${kind} { ${text} }`,
        `${kind} { a: ${text} }`,
        `${kind} { ...F } fragment F on ${root} { ${text} }`,
      ];
      // The verbs that are not the field's, and all of a wildcard that does not include administration.
      const scopes = kind === 'query' ? ['*:write', 'pii:read'] : ['*:read', 'pii:read'];
      const answer = await ask(scopes, forms[i % 3] ?? '');
      if (!isRefused(answer)) wrong.push(`${forms[i % 3]}: ${answer.text.slice(0, 300)}`);
    };
    for (let i = 0; i < rootFields.length; i += 32)
      await Promise.all(rootFields.slice(i, i + 32).map((each, k) => check(each, i + k)));
    expect(wrong).toEqual([]);
    expect(twilio.seen).toHaveLength(0);
  });

  test('administration is in no wildcard', async () => {
    const names = allFields.flatMap(({ kind, field }) => {
      if (kind === 'query') return [];
      const { entity, operation = '' } = (field.extensions.rootField ?? {}) as { entity?: Entity; operation?: string };
      return entity?.admin?.some((each) => each === operation.toLowerCase().replace('delete', 'remove')) ? [field] : [];
    });
    expect(names.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'newKeyCreate',
        'tokenCreate',
        'accountCreate',
        'incomingPhoneNumberCreate',
        'keyDelete',
      ]),
    );
    expect(names.length).toBeGreaterThan(100);
    const check = async (field: AnyField) => {
      const scopes = await refusedFor(['*:*', 'pii:read'], `mutation { ${selectionOf(field)} }`);
      return [field.name, scopes];
    };
    for (let i = 0; i < names.length; i += 32) {
      const some = names.slice(i, i + 32);
      const found = await Promise.all(some.map(check));
      expect(found).toEqual(some.map(({ name }) => [name, ['account:admin']]));
    }
  });
});

describe('other ways to rows', () => {
  const NODE = ids.write(registry.get('Message'), [ACCOUNT, sid('SM', 1)]);
  test.each([
    ['a nested list', '{ calls { nodes { recordings { nodes { sid } } } } }', 'recordings:read'],
    ['a nested object', '{ calls { nodes { account { sid } } } }', 'accounts:read'],
    ['an interface', '{ calls { nodes { ... on AccountOwned { account { sid } } } } }', 'accounts:read'],
    [
      'edges',
      '{ calls { edges { node { c: childCalls { nodes { recordings { totalCount } } } } } } }',
      'recordings:read',
    ],
    [
      'a nested fragment',
      '{ calls { ...A } } fragment A on CallConnection { nodes { ...B } } fragment B on Call { events { nodes { __typename } } }',
      'events:read',
    ],
    ['node', `{ node(id: "${NODE}") { __typename } }`, 'messages:read'],
    ['nodes', `{ nodes(ids: ["${NODE}"]) { id ... on Message { sid } } }`, 'messages:read'],
    ['a directive', '{ calls { nodes { sid } } messages @include(if: true) { totalCount } }', 'messages:read'],
  ])('%s', async (_, query, scope) => {
    const [found] = await refusedFor(['calls:read', 'nothing:read'], query);
    expect(found === scope || String(found).toLowerCase().endsWith(scope), String(found)).toBe(true);
  });

  test('node by a variable, and what is skipped', async () => {
    await refusedFor(['calls:read'], 'query ($id: ID!) { node(id: $id) { id } }', { id: NODE });
    const skipped = await ask(['calls:read'], '{ calls { nodes { sid } } messages @skip(if: true) { totalCount } }');
    expect(skipped.data.calls.nodes).toHaveLength(2);
  });

  test('the row of a write can be read, and what it leads to cannot', async () => {
    const input = 'input: { to: "+15550100002", from: "+15550100001", body: "Hi" }';
    const sent = await ask(
      ['messages:write'],
      `mutation { messageCreate(${input}) { message { sid status to } userErrors { code } } }`,
    );
    expect(sent.data.messageCreate).toEqual({
      message: { sid: sid('SM', 1), status: 'QUEUED', to: '+1555•••0002' },
      userErrors: [],
    });
    twilio.seen.length = 0;
    await refusedFor(['messages:write'], `mutation { messageCreate(${input}) { message { account { sid } } } }`);
    await refusedFor(
      ['messages:create'],
      'mutation { messagesDelete(filter: { sid: { eq: "x" } }, limit: 1) { matched } }',
    );
    await refusedFor(
      ['messages:write'],
      'mutation { messagesDelete(filter: { status: { eq: FAILED } }, limit: 1) { matched } }',
    );
  });

  test('a product, a wildcard and own fields', async () => {
    for (const scopes of [['api:read'], ['*:read'], ['call:read'], ['api.calls:*']])
      expect((await ask(scopes, '{ calls { nodes { sid } } }')).data.calls.nodes).toHaveLength(2);
    expect(
      (await ask(['nothing:read'], '{ rateLimit { limit } entities { name } __schema { queryType { name } } }')).errors,
    ).toEqual([]);
  });
});

describe('personal data', () => {
  test('is masked', async () => {
    const answer = await ask(['*:read'], '{ messages { nodes { from to body status } } account { friendlyName } }');
    expect(answer.data.messages.nodes[0]).toEqual({
      from: '+1555•••0001',
      to: '+1555•••0002',
      body: null,
      status: 'QUEUED',
    });
    expect(answer.data.account.friendlyName).toBe('•••');
    expect(answer.errors[0]).toMatchObject({
      path: ['messages', 'nodes', 0, 'body'],
      extensions: { code: 'INSUFFICIENT_SCOPE' },
    });
    expect(answer.text).not.toMatch(/55501|Hello|Ada/);
    const shown = await ask(['*:read', 'pii:read'], '{ messages { nodes { from body } } account { friendlyName } }');
    expect(shown.data).toMatchObject({
      messages: { nodes: [{ from: '+15550100001', body: 'Hello' }, {}] },
      account: { friendlyName: 'Ada & Co.' },
    });
  });

  test('two callers share a read and not what it shows', async () => {
    const query = '{ messages { nodes { to } } }';
    const answers = await Promise.all([ask(['messages:read'], query), ask(['messages:read', 'pii:read'], query)]);
    expect(answers.map(({ data }) => data.messages.nodes[0].to)).toEqual(['+1555•••0002', '+15550100002']);
  });

  test('cannot be probed: every personal field of every list, by filter, order, count, group, minimum', async () => {
    const lists = rootFields.filter(
      ({ field }) => (field.extensions.rootField as { operation?: string } | undefined)?.operation === 'LIST',
    );
    const wrong: string[] = [];
    let probes = 0;
    for (const { field, wrap } of lists) {
      const { entity } = field.extensions.rootField as { entity: (typeof entities)[number] };
      const filter = field.args.find(({ name }) => name === 'filter')?.type;
      if (!isInputObjectType(filter)) continue;
      for (const [name, input] of Object.entries(filter.getFields())) {
        const personal =
          entity.fields[name]?.personal ?? (entity.filters?.[name] as { personal?: boolean } | undefined)?.personal;
        if (!personal) continue;
        const isComparator = isInputObjectType(getNamedType(input.type));
        const condition = isComparator ? `{ ${name}: { isNull: false } }` : `{ ${name}: "x" }`;
        const upper = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
        const figures = ['countBy', 'min', 'max'].map(
          (figure) => `aggregate { x: ${figure}(field: ${upper})${figure === 'countBy' ? ' { count }' : ''} }`,
        );
        const forms = isComparator
          ? [
              selectionOf(field, { filter: `{ not: { or: [${condition}] } }` }, 'totalCount'),
              selectionOf(field, { orderBy: `[{ field: ${upper} }]` }, 'nodes { __typename }'),
              ...figures.map((figure) => selectionOf(field, {}, figure)),
              selectionOf(field, {}, `groupBy(field: ${upper}) { count }`),
            ]
          : [selectionOf(field, { filter: condition }, 'totalCount')];
        for (const form of forms.filter((_, i) => i === probes % forms.length || entity.name === 'Message')) {
          const answer = await ask(['*:read'], `{ ${wrap(form)} }`);
          if (!isRefused(answer)) wrong.push(`${form}: ${answer.text.slice(0, 200)}`);
        }
        probes++;
      }
    }
    expect(wrong).toEqual([]);
    expect(probes).toBeGreaterThan(50);
    expect(twilio.seen).toHaveLength(0);
  });

  test('by variables, inside of groups, in a nested list and a change by filter', async () => {
    const F = { filter: { and: [{ body: { contains: 'x' } }] } };
    await refusedFor(['*:*'], 'query ($filter: MessageFilter) { messages(filter: $filter) { totalCount } }', F);
    await refusedFor(['*:*'], '{ messages { groupBy(field: STATUS) { max(field: BODY) } } }');
    await refusedFor(['*:*'], '{ account { messages(filter: { to: { eq: "+15550100002" } }) { nodes { sid } } } }');
    await refusedFor(
      ['*:*'],
      'mutation { messagesDelete(filter: { to: { eq: "+15550100002" } }, limit: 1, dryRun: true) { matched } }',
    );
    const allowed = await ask(
      ['*:*'],
      '{ messages(filter: { status: { eq: QUEUED } }, orderBy: [{ field: DATE_SENT }]) { totalCount } }',
    );
    expect(allowed.errors).toEqual([]);
  });
});

describe('one account', () => {
  const scopes = [`calls:read@${SUB}`, `accounts:read@${SUB}`];
  test('is the only one that is read', async () => {
    expect((await ask(scopes, `{ calls(accountSid: "${SUB}") { nodes { sid } } }`)).data.calls.nodes).toHaveLength(2);
    expect(twilio.seen[0]?.path).toContain(SUB);
    twilio.seen.length = 0;
    for (const query of [
      '{ calls { nodes { sid } } }',
      `{ calls(accountSid: "${ACCOUNT}") { nodes { sid } } }`,
      '{ account { calls { nodes { sid } } } }',
      '{ accounts { nodes { calls { nodes { sid } } } } }',
      `{ account(sid: "${SUB}") { ownerAccount { calls { nodes { sid } } } } }`,
    ])
      await refusedFor(scopes, query);
  });

  test("another account's id is answered as one that does not exist", async () => {
    const read = (account: string, n: number) =>
      ask(scopes, `{ node(id: "${ids.write(registry.get('Call'), [account, sid('CA', n)])}") { id } }`);
    const own = await read(SUB, 1);
    expect(own.data.node.id).toBeTruthy();
    twilio.seen.length = 0;
    const [foreign, none] = await Promise.all([read(ACCOUNT, 1), read(`AC${'c'.repeat(32)}`, 1)]);
    const shown = ({ status, data, errors }: GraphQLAnswer) => JSON.stringify([status, data, errors]);
    expect(shown(foreign)).toBe(shown(none));
    expect(foreign.data).toEqual({ node: null });
    expect(twilio.seen).toHaveLength(0);
  });
});

describe('links to media', () => {
  const audio = path(`Recordings/${sid('RE', 1)}`).replace('.json', '.mp3');
  const LINK = '{ recordings { nodes { mediaUrl } } }';
  test('are signed, and worth what the key is worth', async () => {
    const { data } = await ask(['recordings:read'], LINK);
    const url: string = data.recordings.nodes[0].mediaUrl;
    twilio.play((request) =>
      request.path === audio
        ? (response) => response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': '3' }).end('abc')
        : [404, {}],
    );
    const get = (address: string, headers = {}) => fetch(address, { headers }).then(({ status }) => status);
    expect(await get(url)).toBe(200);
    expect(await get(url.replace(/\?.*/, ''), bearer(await keyFor('recordings:read')))).toBe(200);
    expect(await get(url.replace(/\?.*/, ''), bearer(await keyFor('calls:read')))).toBe(403);
    twilio.seen.length = 0;
    const other = sid('RE', 2);
    for (const forged of [
      url.replace(/\?.*/, ''),
      url.replace(sid('RE', 1), other),
      url.replace(/expires=\d+/, 'expires=99999999999'),
      url.replace(/caller=[^&]+/, 'caller=anonymous'),
      url.replace(/signature=(.)/, (_, first) => `signature=${first === '_' ? '-' : '_'}`),
      url.replace('.mp3', '.wav'),
      url.replace(/expires=\d+/, 'expires=1'),
    ])
      expect(await get(forged), forged).toBe(401);
    expect(twilio.seen).toHaveLength(0);
    await onKeys(state, async (all) => {
      for (const key of await all.list()) if (key.scopes.join() === 'recordings:read') await all.revoke(key.id);
    });
    await expect.poll(() => get(url)).toBe(401);
  });
});

// The last one: writes without an outcome are looked up afterwards.
test('every root field is allowed by the scope that its refusal names, and no other verb or subject', async () => {
  const wrong: string[] = [];
  for (let i = 0; i < rootFields.length; i += 32)
    await Promise.all(
      rootFields.slice(i, i + 32).map(async ({ kind, field, wrap }) => {
        const query = `${kind} { ${wrap(selectionOf(field))} }`;
        const first = await ask(['nothing:read'], query);
        const scopes = first.errors.map(({ extensions }) => String(extensions.scope));
        if (scopes.length === 0) wrong.push(`${query}: ${first.text}`);
        const allowed = await ask([...new Set(scopes)].sort(), query);
        if (isRefused(allowed)) wrong.push(`${query} with ${scopes}: ${allowed.text}`);
      }),
    );
  expect(wrong).toEqual([]);
});
