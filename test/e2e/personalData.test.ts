/** Personal data by side ways: a key without `pii:read` finds none in cursors, ids, results of changes and refusals. */
import { beforeAll, describe, expect, test } from 'vitest';
import { closedAfterAll } from '../support/hooks.ts';
import { bearer, createKey, newState } from '../support/keys.ts';
import { message, page, sid } from '../support/rows.ts';
import { ACCOUNT, type GraphQLAnswer, startAgainst } from '../support/server.ts';
import { type Seen, startStandIn } from '../support/standIn.ts';

const REST = 'Its message may repeat personal data, so it is shown only with the scope pii:read.';
const SUB = `AC${'b'.repeat(32)}`;
const state = newState();
const twilio = closedAfterAll(await startStandIn());
const server = closedAfterAll(
  await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: state, TWILIO_MAX_PREDICTED_COST: '1000000' }),
);
const keys = { hidden: '', shown: '', shownOfSub: '' };
type Caller = keyof typeof keys;
beforeAll(async () => {
  const scopes = ['*:*', 'account:admin'];
  keys.hidden = (await createKey(state, scopes)).text;
  keys.shown = (await createKey(state, [...scopes, 'pii:read'])).text;
  keys.shownOfSub = (await createKey(state, [...scopes, `pii:read@${SUB}`])).text;
});
const ask = (caller: Caller, query: string, variables = {}): Promise<GraphQLAnswer> =>
  server.ask(query, variables, undefined, bearer(keys[caller]));
const decoded = (text: string): string => Buffer.from(text, 'base64url').toString('latin1');

const [SERVICE, MAP] = [sid('IS'), sid('MP')];
const NAMES = ['ada@example.com', 'grace@example.com'];
const item = (key: string) => ({
  ...{ key, account_sid: ACCOUNT, service_sid: SERVICE, map_sid: MAP, revision: '1', data: { key } },
  ...{ date_created: '2026-11-20T10:00:00Z', date_updated: '2026-11-20T10:00:00Z', created_by: key },
});
const ITEMS = `/v1/Services/${SERVICE}/Maps/${MAP}/Items`;
const nameIn = ({ path }: Seen): string => decodeURIComponent(path.slice(ITEMS.length + 1));
const playItems = () =>
  twilio.play((request) => {
    if (request.method === 'DELETE') return [204];
    if (request.path === ITEMS) {
      const after = request.query.get('PageToken');
      const rows = request.query.get('PageSize') === '1' ? [NAMES[after ? 1 : 0] ?? ''] : NAMES;
      const more =
        rows.length === 1 && !after ? `https://sync.twilio.com${ITEMS}?PageSize=1&PageToken=${NAMES[0]}` : null;
      return { items: rows.map(item), meta: { key: 'items', next_page_url: more } };
    }
    return NAMES.includes(nameIn(request)) ? item(nameIn(request)) : [404, { code: 20404, message: 'gone' }];
  });
const items = (more: string, inside: string) =>
  `{ sync { mapItems(serviceSid: "${SERVICE}", mapSid: "${MAP}"${more}) { ${inside} } } }`;

describe('cursors', () => {
  test("do not say a row's key, and lead on", async () => {
    playItems();
    const inside = 'nodes { revision } edges { cursor } pageInfo { endCursor hasNextPage }';
    const first = await ask('hidden', items(', first: 1', inside));
    const { endCursor, hasNextPage } = first.data.sync.mapItems.pageInfo;
    expect(hasNextPage).toBe(true);
    expect(decoded(endCursor)).not.toMatch(/ada|example|Items|PageToken/);
    const again = await ask('hidden', items(', first: 1', inside));
    expect(again.data).toEqual(first.data);
    const second = await ask('shown', items(', first: 1', 'nodes { key } pageInfo { endCursor }'));
    const rest = await ask(
      'shown',
      items(`, first: 1, after: "${second.data.sync.mapItems.pageInfo.endCursor}"`, 'nodes { key }'),
    );
    expect(rest.data.sync.mapItems.nodes).toEqual([{ key: NAMES[1] }]);
  });

  test('do not say the values that rows are sorted by', async () => {
    twilio.play(() => page('messages', [message(1), message(2, { to: '+15550100009' })]));
    const query = (after: string) =>
      `{ messages(first: 1, orderBy: [{ field: TO }]${after}) { nodes { to } pageInfo { endCursor } } }`;
    const { data } = await ask('shown', query(''));
    const { endCursor } = data.messages.pageInfo;
    expect(decoded(endCursor)).not.toMatch(/5550|SM0/);
    const rest = await ask('shown', query(`, after: "${endCursor}"`));
    expect(rest.data.messages.nodes).toEqual([{ to: '+15550100009' }]);
  });
});

describe('ids of rows with a personal key', () => {
  test('are one for all callers, say nothing, and lead back', async () => {
    playItems();
    const [hidden, shown] = [
      await ask('hidden', items('', 'nodes { id key }')),
      await ask('shown', items('', 'nodes { id key }')),
    ];
    const rows: { id: string; key: string }[] = hidden.data.sync.mapItems.nodes;
    expect(hidden.errors).toEqual([]);
    expect(rows.map(({ key }) => key)).toEqual(['•••', '•••']);
    expect(shown.data.sync.mapItems.nodes).toEqual(rows.map(({ id }, i) => ({ id, key: NAMES[i] })));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
    for (const { id } of rows) expect(decoded(id)).toMatch(/^SyncMapItem:(?!.*(ada|grace|IS0|MP0))/s);
    const ids = rows.map(({ id }) => id);
    const query =
      'query ($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { id ... on SyncMapItem { key } } node(id: $id) { id } }';
    for (const caller of ['hidden', 'shown'] as const) {
      const { data, errors } = await ask(caller, query, { ids, id: ids[1] });
      expect(errors).toEqual([]);
      expect(data).toEqual({
        nodes: ids.map((id, i) => ({ id, key: caller === 'shown' ? NAMES[i] : '•••' })),
        node: { id: ids[1] },
      });
    }
    const plain = Buffer.from(`SyncMapItem:${SERVICE}/${MAP}/${NAMES[0]}`).toString('base64url');
    twilio.seen.length = 0;
    const forged = await ask('shown', query, { ids: [plain], id: plain });
    expect(forged.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
    expect(twilio.seen).toHaveLength(0);
  });

  test('and their keys, in changes by filter and dry runs', async () => {
    playItems();
    const { data: read } = await ask('shown', items('', 'nodes { id }'));
    const change = (dryRun: boolean) =>
      `mutation { syncMapItemsDelete(serviceSid: "${SERVICE}", mapSid: "${MAP}", limit: 5, dryRun: ${dryRun},
        filter: { revision: { eq: "1" } }) { results { sid deletedId outcome userErrors { message } } } }`;
    const results = async (caller: Caller, dryRun: boolean) =>
      (await ask(caller, change(dryRun))).data.syncMapItemsDelete.results as { sid: string; deletedId: string }[];
    expect((await results('hidden', true)).map((each) => each.sid)).toEqual(['•••', '•••']);
    const hidden = await results('hidden', false);
    expect(hidden.map((each) => each.sid)).toEqual(['•••', '•••']);
    expect(hidden.map((each) => each.deletedId)).toEqual(read.sync.mapItems.nodes.map(({ id }: { id: string }) => id));
    expect((await results('shown', false)).map((each) => each.sid)).toEqual(NAMES);
    const refusal = (request: Seen) => `The resource ${request.path} was not found, nor "${nameIn(request)}"`;
    twilio.play((request) =>
      request.method === 'DELETE'
        ? [404, { code: 20404, message: refusal(request) }]
        : { items: NAMES.map(item), meta: { key: 'items', next_page_url: null } },
    );
    const [refused, told] = [await ask('hidden', change(false)), await ask('shown', change(false))];
    expect(refused.data.syncMapItemsDelete.results[0].userErrors).toEqual([
      { message: `Twilio answered with HTTP 404. ${REST}` },
    ]);
    expect(told.text).toContain(NAMES[0]);
  });

  test('and their keys, in what the journal says of a write', async () => {
    twilio.play(({ form }) => [201, item(form.get('Key') ?? '')]);
    const create = (caller: Caller) =>
      ask(
        caller,
        `mutation { syncMapItemCreate(serviceSid: "${SERVICE}", mapSid: "${MAP}", idempotencyKey: "${caller}",
          input: { key: "${NAMES[0]}", data: {} }) { mapItem { key createdBy } userErrors { message } } }`,
      );
    const read = async (caller: Caller) =>
      (await ask(caller, `{ operation(idempotencyKey: "${caller}") { state sid } }`)).data.operation;
    expect((await create('hidden')).data.syncMapItemCreate?.userErrors ?? []).toEqual([]);
    await create('shown');
    expect(await read('hidden')).toEqual({ state: 'DONE', sid: '•••' });
    expect(await read('shown')).toEqual({ state: 'DONE', sid: NAMES[0] });
  });

  test('also where only what they lie in has one', async () => {
    const [service, factor] = [sid('VA'), sid('YF')];
    twilio.play(({ path }) =>
      path.endsWith('/Factors')
        ? {
            factors: [{ sid: factor, identity: NAMES[0], service_sid: service }],
            meta: { key: 'factors', next_page_url: null },
          }
        : { sid: factor, identity: NAMES[0], service_sid: service, friendly_name: 'Phone' },
    );
    const query = `{ verify { factors(serviceSid: "${service}", identity: "${NAMES[0]}") {
      nodes { id sid entity { id identity } } } } }`;
    const { data, text } = await ask('hidden', query);
    const [row] = data.verify.factors.nodes;
    expect(row).toMatchObject({ sid: factor, entity: { identity: '•••' } });
    expect(text + decoded(row.id) + decoded(row.entity.id)).not.toContain('ada');
    const node = await ask('hidden', `{ node(id: "${row.id}") { ... on VerifyFactor { friendlyName } } }`);
    expect(node.data).toEqual({ node: { friendlyName: 'Phone' } });
    expect(twilio.seen.at(-1)?.path).toContain(`/Entities/${NAMES[0]}/`);
  });
});

test.each([
  ['the first key of a list', items(', filter: { from: "a" }', 'totalCount')],
  [
    'an expression over tasks',
    `{ taskrouter { tasks(workspaceSid: "${sid('WS')}", filter: { evaluateTaskAttributes: "a > 1" }) { totalCount } } }`,
  ],
  [
    'an expression over workers',
    `{ taskrouter { workers(workspaceSid: "${sid('WS')}", filter: { targetWorkersExpression: "a > 1" }) { totalCount } } }`,
  ],
  [
    'groups by a label',
    `{ trunking { phoneNumbers(trunkSid: "${sid('TK')}") { groupBy(field: FRIENDLY_NAME) { count } } } }`,
  ],
])('%s cannot find out what is hidden', async (_, query) => {
  twilio.play(() => [500, {}]);
  const { errors } = await ask('hidden', query);
  expect(errors.map(({ extensions }) => extensions.scope)).toEqual(['pii:read']);
  expect(twilio.seen).toHaveLength(0);
});

test('a row of another product says whose it is: the right for one account shows none of another', async () => {
  const summary = (account: string, n: number) => ({
    call_sid: sid('CA', n),
    account_sid: account,
    from: { from: '+15005550001' },
  });
  const rows = [summary(ACCOUNT, 1), summary(SUB, 2)];
  twilio.play(() => ({ call_summaries: rows, meta: { key: 'call_summaries', next_page_url: null } }));
  const query = '{ insights { callSummaries(filter: { subaccount: "x" }) { nodes { accountSid from } } } }';
  const seen = async (caller: Caller) =>
    (await ask(caller, query)).data.insights.callSummaries.nodes.map(({ from }: { from: unknown }) => from !== null);
  expect([await seen('hidden'), await seen('shown'), await seen('shownOfSub')]).toEqual([
    [false, false],
    [true, true],
    [false, true],
  ]);
});

describe("numbers in Twilio's refusals", () => {
  const text = "The 'To' number whatsapp:+15005550001 is not valid; see /Lines/%2B15005550001 and +12 of 3";
  const hidden = `Twilio answered with HTTP 400 about 'To'. ${REST}`;
  const refuse = () => twilio.play(() => [400, { code: 21211, message: text, status: 400 }]);

  test('of a write', async () => {
    refuse();
    const create = async (caller: Caller, account: string) => {
      const { data } = await ask(
        caller,
        `mutation { messageCreate(accountSid: "${account}", input: { to: "+15005550001", from: "+15550100001", body: "Hi" }) {
          userErrors { message field twilioCode } } }`,
      );
      return data.messageCreate.userErrors[0];
    };
    expect(await create('hidden', ACCOUNT)).toEqual({ message: hidden, field: ['input', 'to'], twilioCode: 21211 });
    expect(await create('shown', ACCOUNT)).toMatchObject({ message: text });
    expect(await create('shownOfSub', ACCOUNT)).toMatchObject({ message: hidden });
    expect(await create('shownOfSub', SUB)).toMatchObject({ message: text });
  });

  test('of each row of a change by filter', async () => {
    twilio.play(({ method }) =>
      method === 'POST'
        ? [400, { code: 21211, message: text, status: 400 }]
        : page('messages', [message(1), message(2)]),
    );
    const change =
      'mutation { messagesUpdate(filter: { status: { eq: QUEUED } }, input: { body: "" }, limit: 9) { results { userErrors { message } } } }';
    const messages = async (caller: Caller) =>
      (await ask(caller, change)).data.messagesUpdate.results.map(
        ({ userErrors }: { userErrors: { message: string }[] }) => userErrors[0]?.message,
      );
    expect(await messages('hidden')).toEqual([hidden, hidden]);
    expect(await messages('shown')).toEqual([text, text]);
  });

  test('of a read that two callers share, and of a list', async () => {
    refuse();
    for (const query of [`{ message(sid: "${sid('SM')}") { status } }`, '{ calls { nodes { sid } } }']) {
      const answers = await Promise.all([ask('hidden', query), ask('shown', query)]);
      expect(answers.map(({ errors }) => errors[0]?.message)).toEqual([hidden, text]);
    }
  });
});
