/** Keys of rows as Twilio lists them, whatever they hold: no request leaves the row's path, and an id opens its row. */
import { expect, test } from 'vitest';
import { serverWithStandIn } from '../support/hooks.ts';
import { page, sid } from '../support/rows.ts';

const { twilio, server } = await serverWithStandIn();

const [service, map] = [sid('IS', 1), sid('MP', 1)];
const ITEMS = `/v1/Services/${service}/Maps/${map}/Items`;
const item = (key: string) => ({
  key,
  account_sid: `AC${'a'.repeat(32)}`,
  service_sid: service,
  map_sid: map,
  data: {},
});
/** Lists items of these keys, and answers a request for one of them with it. */
const list = (keys: readonly string[]) =>
  twilio.play(({ path, method }) => {
    if (path.endsWith(service)) return { sid: service };
    if (path.endsWith(map)) return { sid: map, service_sid: service };
    if (path === ITEMS && method === 'GET')
      return { items: keys.map(item), meta: { key: 'items', next_page_url: null } };
    return method === 'DELETE' ? [204, ''] : item(decodeURIComponent(path.slice(ITEMS.length + 1)));
  });

test.each([
  ['syncMapItemsDelete', ''],
  ['syncMapItemsUpdate', 'input: { ttl: 60 },'],
])('%s sends nothing for a row whose key leads out of its path', async (field, input) => {
  list(['.', 'a', '..', 'b']);
  const { data } = await server.ask(
    `mutation { it: ${field}(serviceSid: "${service}", mapSid: "${map}", ${input} filter: { key: { ne: "x" } }, limit: 5) {
      results { outcome userErrors { code } } } }`,
  );
  const failed = { outcome: 'FAILED', userErrors: [{ code: 'BAD_USER_INPUT' }] };
  const done = { outcome: 'DONE', userErrors: [] };
  expect(data.it.results).toEqual([failed, done, failed, done]);
  const changed = twilio.seen.filter(({ method }) => method !== 'GET').map(({ path }) => path);
  expect(changed.sort()).toEqual([`${ITEMS}/a`, `${ITEMS}/b`]);
});

const KEYS = ['plain', 'x y', 'ä', '+1', 'a:b', '...', '..a'];
test.each(KEYS)('the id of the row %s opens it', async (key) => {
  list([key]);
  const { data } = await server.ask(
    `{ sync { service(sid: "${service}") { map(sid: "${map}") { items(first: 1) { nodes { id } } } } } }`,
  );
  const { id } = data.sync.service.map.items.nodes[0];
  twilio.seen.length = 0;
  const { data: opened, errors } = await server.ask(
    'query ($id: ID!) { node(id: $id) { ... on SyncMapItem { key } } }',
    { id },
  );
  expect(errors).toEqual([]);
  expect(opened.node).toEqual({ key });
  expect(twilio.seen.map(({ path }) => decodeURIComponent(path))).toEqual([`${ITEMS}/${key}`]);
});

test('an id that is none fails nodes, and nothing beside it', async () => {
  twilio.play(() => page('accounts', []));
  const { data, errors } = await server.ask('{ rateLimit { limit } nodes(ids: ["bm9wZQ"]) { id } }');
  expect(data).toEqual({ rateLimit: { limit: 1000 }, nodes: null });
  expect(errors).toMatchObject([{ path: ['nodes'], extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(twilio.seen).toHaveLength(0);
});

test('moments are compared and grouped to the second, as they are shown', async () => {
  const conversation = (n: number, created: string) => ({ sid: sid('CH', n), date_created: created });
  const rows = ['00.100Z', '00.900Z', '01.000Z'].map((end, i) => conversation(i + 1, `2026-09-01T00:00:${end}`));
  twilio.play(() => ({ conversations: rows, meta: { key: 'conversations', next_page_url: null } }));
  const count = (operator: string) =>
    `${operator}: conversations(filter: { dateCreated: { ${operator}: "2026-09-01T00:00:00Z" } }) { totalCount }`;
  const { data } = await server.ask(
    `{ conversations { ${['eq', 'ne', 'lte', 'gt'].map(count).join(' ')} conversations { groupBy(field: DATE_CREATED) { key count } } } }`,
  );
  const { conversations: groups, ...counts } = data.conversations;
  expect(counts).toEqual({
    eq: { totalCount: 2 },
    ne: { totalCount: 1 },
    lte: { totalCount: 2 },
    gt: { totalCount: 1 },
  });
  expect(groups.groupBy).toEqual([
    { key: '2026-09-01T00:00:00Z', count: 2 },
    { key: '2026-09-01T00:00:01Z', count: 1 },
  ]);
});
