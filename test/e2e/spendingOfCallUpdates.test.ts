/** What an update of a call leads to is held to the rules of a create: destinations, addresses, limits and the switch. */
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { switchSends } from '../../src/spending/index.ts';
import { openSqliteStore } from '../../src/store/index.ts';
import { closedAfterTest, serverWithStandIn } from '../support/hooks.ts';
import { newState } from '../support/keys.ts';
import { call, page, sid } from '../support/rows.ts';
import { startAgainst, type TestServer } from '../support/server.ts';

const { twilio, server } = await serverWithStandIn();
const sent = () => twilio.seen.filter(({ method }) => method === 'POST').length;
const TO = '+15550100002';

describe('an update of a call', () => {
  const target = sid('CA', 1);
  const one = (input: string) =>
    `mutation { callUpdate(sid: "${target}", input: { ${input} }) { call { sid } userErrors { code field } } }`;
  const many = (input: string) =>
    `mutation { callsUpdate(filter: { status: { eq: IN_PROGRESS } }, input: { ${input} }, limit: 9) { results { outcome userErrors { code } } userErrors { code field } } }`;
  const mistakes = async (query: string, at: TestServer = server) => {
    const { errors, data } = await at.ask(query);
    const payload = data?.callUpdate ?? data?.callsUpdate ?? data?.callCreate;
    const inner = (payload?.results ?? []).flatMap(({ userErrors }: { userErrors: unknown[] }) => userErrors);
    return [...errors.map(({ extensions }) => extensions), ...inner, ...(payload?.userErrors ?? [])].map(
      ({ code }) => code,
    );
  };
  const inProgress = call(1, { sid: target, status: 'in-progress' });
  beforeEach(() => twilio.play(({ method }) => (method === 'POST' ? inProgress : page('calls', [inProgress]))));

  test.each([
    ['DESTINATION_NOT_ALLOWED', 'twiml: "<Response><Dial>1 900 555 0100</Dial></Response>"'],
    ['BAD_USER_INPUT', 'twiml: "<Response><Play>http://10.0.0.1/</Play></Response>"'],
    ['BAD_USER_INPUT', 'twiml: "<Response><Dial>1-800-FLOWERS</Dial></Response>"'],
    ['BAD_USER_INPUT', 'url: "http://10.0.0.1/"'],
  ])('is held to the rules of a create: %s for %s', async (code, input) => {
    for (const query of [one(input), many(input)]) expect(await mistakes(query)).toEqual([code]);
    expect(sent()).toBe(0);
  });

  test('counts whom its TwiML dials or texts, and the create of a call does so beside the call', async () => {
    const limited = async (limits: string) =>
      closedAfterTest(await startAgainst(twilio.url, { TWILIO_SPENDING_LIMITS: limits }));
    const dials = 'twiml: "<Response><Dial>+442071838750</Dial></Response>"';
    const texts = (times: number) =>
      `twiml: "<Response>${"<Message to='+442071838750'>x</Message>".repeat(times)}</Response>"`;
    for (const query of [one, many]) {
      expect(await mistakes(query(dials), await limited('calls/day=0'))).toEqual(['SPENDING_LIMIT']);
      expect(await mistakes(query(texts(3)), await limited('messages/day=2'))).toEqual(['SPENDING_LIMIT']);
      expect(await mistakes(query(texts(3)), await limited('messages/destination=2'))).toEqual(['SPENDING_LIMIT']);
    }
    expect(sent()).toBe(0);
    const priced = await limited('cost/day=1.64');
    const create = (dryRun: boolean) =>
      `mutation { callCreate(dryRun: ${dryRun}, input: { to: "${TO}", from: "+15550100001", ${dials} }) { estimatedPrice userErrors { code } } }`;
    expect((await priced.ask(create(true))).data.callCreate).toEqual({ estimatedPrice: '1.65', userErrors: [] });
    expect(await mistakes(create(false), priced)).toEqual(['SPENDING_LIMIT']);
    expect(sent()).toBe(0);
    expect(await mistakes(create(false), await limited('cost/day=1.65,calls/day=2'))).toEqual([]);
    for (const query of [one, many]) expect(await mistakes(query(dials), await limited('calls/day=1'))).toEqual([]);
    expect(sent()).toBe(3);
  });

  test('is stopped by the switch also while it waits for its turn', async () => {
    const state = newState();
    const slow = closedAfterTest(
      await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: state, TWILIO_TPS_PER_NODE: '1' }),
    );
    const store = closedAfterTest(await openSqliteStore(join(state, 'store.db')));
    const waiting = mistakes(many('url: "https://example.com/"'), slow);
    // The next turn, that of the update, is a second later.
    await expect.poll(() => twilio.seen.length).toBe(1);
    await switchSends(store, 'off');
    expect(await waiting).toEqual(['SENDS_OFF']);
    expect(sent()).toBe(0);
  });

  test('while sends are off, it may end a call, and not redirect it', async () => {
    const state = newState();
    const node = closedAfterTest(await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: state }));
    const store = closedAfterTest(await openSqliteStore(join(state, 'store.db')));
    await switchSends(store, 'off');
    for (const input of ['twiml: "<Response/>"', 'url: "https://example.com/"'])
      for (const query of [one(input), many(input)]) expect(await mistakes(query, node)).toEqual(['SENDS_OFF']);
    expect(sent()).toBe(0);
    for (const query of [one('status: COMPLETED'), many('status: COMPLETED')])
      expect(await mistakes(query, node)).toEqual([]);
    expect(sent()).toBe(2);
    await switchSends(store, 'on');
    expect(await mistakes(one('twiml: "<Response/>"'), node)).toEqual([]);
  });
});
