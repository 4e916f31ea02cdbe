/** What Voice Insights knows of calls, over HTTP: what it asks Twilio, how often, and what it is without it. */
import { describe, expect, test } from 'vitest';
import { missing, relationServer, rest } from '../support/relationServer.ts';
import { call, page, path, sid } from '../support/rows.ts';
import { ACCOUNT } from '../support/server.ts';

const { twilio, server, play, asked } = await relationServer();

describe('what Voice Insights knows of a call', () => {
  const CALL = `/v1/Voice/${sid('CA')}`;
  const summary = { call_sid: sid('CA'), account_sid: ACCOUNT, call_state: 'completed', duration: 90 };

  test('is read under the SID of the call', async () => {
    play({
      [path(`Calls/${sid('CA')}`)]: call(1),
      [`${CALL}/Summary`]: summary,
      [`${CALL}/Annotation`]: { call_sid: sid('CA'), account_sid: ACCOUNT, call_score: 4 },
      [`${CALL}/Metrics`]: rest('metrics', [{ call_sid: sid('CA'), edge: 'sip_edge', direction: 'inbound' }]),
      [`${CALL}/Events`]: rest('events', [{ call_sid: sid('CA'), name: 'ringing', level: 'INFO' }]),
    });
    const { data, errors } = await server.ask(`{ call(sid: "${sid('CA')}") {
      summary { callState duration call { sid } } annotation { callScore }
      metrics(filter: { edge: { eq: SIP_EDGE } }) { nodes { direction } } insightsEvents { nodes { name level } } } }`);
    expect(errors).toEqual([]);
    expect(data.call).toEqual({
      summary: { callState: 'COMPLETED', duration: 90, call: { sid: sid('CA') } },
      annotation: { callScore: 4 },
      metrics: { nodes: [{ direction: 'INBOUND' }] },
      insightsEvents: { nodes: [{ name: 'ringing', level: 'INFO' }] },
    });
    expect(asked().sort()).toEqual(
      [
        `GET ${path(`Calls/${sid('CA')}`)}`,
        `GET ${CALL}/Annotation`,
        `GET ${CALL}/Events`,
        `GET ${CALL}/Metrics?Edge=sip_edge`,
        `GET ${CALL}/Summary`,
      ].sort(),
    );
  });

  test('is null before it has been processed', async () => {
    play({ [path(`Calls/${sid('CA')}`)]: call(1) });
    const { data, errors } = await server.ask(`{ call(sid: "${sid('CA')}") { summary { duration } } }`);
    expect([data, errors]).toEqual([{ call: { summary: null } }, []]);
  });

  test('of a call of another account is refused, not answered as nothing', async () => {
    const other = `AC${'b'.repeat(32)}`;
    twilio.play(() => call(1, { account_sid: other, trunk_sid: sid('TK') }));
    const { data, errors } = await server.ask(
      `{ call(sid: "${sid('CA')}", accountSid: "${other}") { sid summary { duration } trunk { sid } metrics { nodes { edge } } } }`,
    );
    expect(data.call).toMatchObject({ sid: sid('CA'), summary: null, trunk: null });
    expect(errors.map(({ path: where, extensions }) => [where?.join('.'), extensions.code])).toEqual([
      ['call.summary', 'FORBIDDEN'],
      ['call.trunk', 'FORBIDDEN'],
      ['call.metrics', 'FORBIDDEN'],
    ]);
    expect(twilio.seen).toHaveLength(1);
  });
});

describe('summaries of many calls', () => {
  const callsOf = (count: number) => Array.from({ length: count }, (_, i) => call(i + 1));
  const summaryOf = (n: number) => ({
    call_sid: sid('CA', n),
    account_sid: ACCOUNT,
    duration: n,
    call_state: 'completed',
  });
  const query = (count: number) => `{ calls(first: ${count}) { nodes { sid summary { duration callState } } } }`;
  const shown = (n: number) => ({ sid: sid('CA', n), summary: { duration: n, callState: 'COMPLETED' } });
  const playSummaries = (count: number, listed: readonly number[]) =>
    twilio.play(({ path: where }) => {
      if (where === path('Calls')) return page('calls', callsOf(count));
      if (where === '/v1/Voice/Summaries') return rest('call_summaries', listed.map(summaryOf));
      const [, key = ''] = /^\/v1\/Voice\/(CA\w+)\/Summary$/.exec(where) ?? [];
      const n = Number.parseInt(key.slice(2), 16);
      return n > 0 && n <= count ? summaryOf(n) : missing;
    });

  test('are one page about the time of the calls', async () => {
    playSummaries(
      20,
      callsOf(20).map((_, i) => i + 1),
    );
    const { data, errors, extensions } = await server.ask(query(20));
    expect(errors).toEqual([]);
    expect(data.calls.nodes).toEqual(callsOf(20).map((_, i) => shown(i + 1)));
    expect(asked()).toEqual([
      `GET ${path('Calls')}`,
      'GET /v1/Voice/Summaries?StartTime=2026-11-20T09%3A58%3A59Z&EndTime=2026-11-20T10%3A00%3A59Z',
    ]);
    expect(extensions.cost).toMatchObject({ actualQueryCost: 2 });
  });

  test('that the page lacks are read one by one, and a useless page is not asked for again', async () => {
    playSummaries(7, [2, 3, 5, 7]);
    const { data, errors } = await server.ask(query(7));
    expect(errors).toEqual([]);
    expect(data.calls.nodes).toEqual(callsOf(7).map((_, i) => shown(i + 1)));
    expect(twilio.seen).toHaveLength(2 + 3);
    playSummaries(7, []);
    await server.ask(query(7));
    expect(twilio.seen).toHaveLength(2 + 7);
    playSummaries(7, [1, 2, 3, 4, 5, 6, 7]);
    const again = await server.ask(query(7));
    expect(again.data.calls.nodes).toEqual(callsOf(7).map((_, i) => shown(i + 1)));
    expect(twilio.seen).toHaveLength(1 + 7);
  });

  test('of two calls are two reads', async () => {
    playSummaries(2, [1, 2]);
    await server.ask(query(2));
    expect(twilio.seen).toHaveLength(3);
  });
});
