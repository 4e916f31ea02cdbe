/** While rows take much memory, long lists wait for each other; whatever else they wait for, every operation ends. */
import { expect, test } from 'vitest';
import { chance } from '../support/chance.ts';
import { closedAfterAll } from '../support/hooks.ts';
import { call, number, page, recording, sid } from '../support/rows.ts';
import { startAgainst } from '../support/server.ts';
import { startStandIn } from '../support/standIn.ts';

const ROWS = 100;
/** 14 MB in one page: more than is held before lists wait. */
const calls = JSON.stringify(
  page(
    'calls',
    Array.from({ length: ROWS }, (_, n) =>
      call(n, { annotation: 'x'.repeat(140_000), parent_call_sid: n % 3 ? sid('CA', n + 500) : null }),
    ),
  ),
);
const twilio = closedAfterAll(await startStandIn());
const server = closedAfterAll(
  await startAgainst(twilio.url, {
    ...{ TWILIO_TPS_PER_NODE: '1000', TWILIO_MAX_COST: '100000', TWILIO_MAX_PREDICTED_COST: '100000' },
  }),
);
twilio.play(({ path }) => {
  if (path.endsWith('/Calls.json')) return [200, calls];
  if (path.endsWith('/Recordings.json'))
    return page(
      'recordings',
      Array.from({ length: 30 }, (_, n) => recording(n, { call_sid: /CA\w{32}/.exec(path)?.[0] ?? sid('CA', n % 10) })),
    );
  if (path.endsWith('/Notifications.json')) return page('notifications', []);
  if (path.endsWith('/IncomingPhoneNumbers.json')) return page('incoming_phone_numbers', [number(1)]);
  return call(Number.parseInt(path.slice(-10, -5), 16));
});

const { below, pick } = chance(20261129);
/** Lists of a call that are read together for all calls, or one by one; long and short ones; and Gets. */
const PARTS = [
  () => 'recordings { nodes { sid call { status } } }',
  () => 'recordings(first: 1000) { nodes { sid } }',
  () => `recordings(first: 1000, filter: { duration: { gt: ${below(20)} } }) { totalCount nodes { sid } }`,
  () => `recordings(filter: { duration: { lt: ${below(20)} } }) { aggregate { count } }`,
  () => 'notifications(first: 1000) { nodes { sid } }',
  () => `notifications(first: 1000, filter: { errorCode: { eq: ${below(9)} } }) { totalCount }`,
  () => 'parentCall { status }',
  () => 'toNumber { sid }',
];
const parts = () => Array.from({ length: 1 + below(4) }, (_, i) => pick(PARTS)().replace(/^/, `p${i}: `)).join(' ');
const operation = (): string => {
  const nodes = `nodes { ${parts()} }`;
  const whole = pick(['aggregate { count }', 'groupBy(field: STATUS) { count }', '']);
  return `{ calls(first: ${1 + below(8)}, filter: { from: { startsWith: "+1" } }) { ${whole} ${nodes} } }`;
};

test.each(Array.from({ length: 4 }, (_, round) => round))(
  'eight operations at once, round %i',
  { timeout: 60_000 },
  async () => {
    const operations = Array.from({ length: 8 }, operation);
    const answers = await Promise.all(operations.map((query) => server.ask(query)));
    for (const [i, { data, errors }] of answers.entries()) {
      expect(errors, operations[i]).toEqual([]);
      expect(data.calls.nodes.length).toBeGreaterThan(0);
    }
  },
);
