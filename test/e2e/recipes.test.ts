/** docs/recipes.md holds what it says: each operation runs on the sandbox, answers, and makes as many upstream calls. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { closedAfterTest } from '../support/hooks.ts';
import { startAgainst } from '../support/server.ts';
import { ANCHOR, stand } from '../unit/sandbox/stand.ts';

interface Recipe {
  readonly title: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly calls: number;
}
const TEXT = readFileSync(new URL('../../docs/recipes.md', import.meta.url), 'utf8');
const recipes: readonly Recipe[] = TEXT.split(/^## /m)
  .slice(1)
  .map((section) => ({
    title: section.split('\n', 1)[0] ?? '',
    query: /```graphql\n([\s\S]*?)```/.exec(section)?.[1] ?? '',
    variables: JSON.parse(/```json\n([\s\S]*?)```/.exec(section)?.[1] ?? '{}'),
    calls: Number(/^Upstream calls: (\d+)$/m.exec(section)?.[1]),
  }));

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for.
type Data = any;
const DAY = 86_400_000;
const startOfToday = ANCHOR.getTime();
const time = (text: string): number => Date.parse(text);

/** What each answer must hold, beyond being without errors. */
const checks: Readonly<Record<string, (data: Data, variables: Data) => void>> = {
  'Latest failed messages, and why': ({ messages: { nodes } }) => {
    expect(nodes.length).toBeGreaterThanOrEqual(3);
    for (const { status, errorCode, errorMessage } of nodes) {
      expect(['FAILED', 'UNDELIVERED']).toContain(status);
      expect([errorCode, errorMessage]).toEqual([expect.any(Number), expect.any(String)]);
    }
    const sent = nodes.map((node: Data) => time(node.dateSent));
    expect(sent).toEqual(sent.toSorted((a: number, b: number) => b - a));
  },
  'Spend this month by category': ({ usageRecordsThisMonth: { nodes } }) => {
    expect(nodes[0]).toMatchObject({ category: 'totalprice' });
    expect(nodes.length).toBeGreaterThan(3);
  },
  'Calls over 10 minutes yesterday': ({ calls: { nodes } }) => {
    expect(nodes.length).toBeGreaterThanOrEqual(2);
    for (const { duration, startTime } of nodes) {
      expect(duration).toBeGreaterThan(600);
      expect(time(startTime)).toBeGreaterThanOrEqual(startOfToday - DAY);
      expect(time(startTime)).toBeLessThan(startOfToday);
    }
  },
  'Idle numbers': ({ incomingPhoneNumbers, calls, messages }) => {
    const groups = [calls.aggregate.to, calls.aggregate.from, messages.aggregate.to, messages.aggregate.from];
    const busy = new Set(groups.flat().map(({ value }: Data) => value));
    const idle = incomingPhoneNumbers.nodes.filter(({ phoneNumber }: Data) => !busy.has(phoneNumber));
    expect(idle.map(({ friendlyName }: Data) => friendlyName)).toContain('Spare line');
    expect(idle.length).toBeLessThan(incomingPhoneNumbers.nodes.length);
  },
  'All traffic with one contact': (data) => {
    for (const list of ['sent', 'received', 'called', 'calling']) expect(data[list].nodes).not.toEqual([]);
  },
  'Recordings of a conference': ({ conferences: { nodes } }) => {
    expect(nodes).toHaveLength(2);
    for (const { recordings } of nodes)
      expect(recordings.nodes).toEqual([expect.objectContaining({ mediaUrl: expect.stringContaining('/media/') })]);
  },
  'Who is in a running conference': ({ conferences: { nodes } }) => {
    expect(nodes).toHaveLength(1);
    expect(nodes[0].participants.nodes.map(({ label }: Data) => label)).toEqual([null, 'workshop', 'lead']);
    for (const { call } of nodes[0].participants.nodes) expect(call.from).toMatch(/^\+/);
  },
  'Inbound messages today': ({ messages: { nodes } }) => {
    expect(nodes.map(({ body }: Data) => body).toSorted()).toEqual(['C', 'Is my appointment still on?', 'Thank you!']);
  },
  'Messages to a country': ({ messages: { nodes, totalCount } }) => {
    expect(totalCount).toBe(nodes.length);
    expect(totalCount).toBeGreaterThan(0);
    for (const { to } of nodes) expect(to).toMatch(/^\+44/);
  },
  'Average call duration per hour': ({ calls: { groupBy } }) => {
    const keys = groupBy.map(({ key }: Data) => time(key));
    expect(keys).toEqual(keys.toSorted((a: number, b: number) => a - b));
    expect(keys.length).toBeGreaterThan(0);
    for (const { count } of groupBy) expect(count).toBeGreaterThan(0);
    expect(groupBy.some(({ avg }: Data) => Number(avg) > 600)).toBe(true);
  },
  'Undelivered rate by sender': ({ messages: { groupBy } }) => {
    const statuses = new Set<string>();
    for (const { key, count, countBy } of groupBy) {
      expect(key).toMatch(/^(whatsapp:)?\+/);
      expect(countBy.reduce((sum: number, each: Data) => sum + each.count, 0)).toBe(count);
      for (const { name } of countBy) statuses.add(name);
    }
    expect([...statuses]).toEqual(expect.arrayContaining(['DELIVERED', 'UNDELIVERED']));
  },
  'Buy a number in an area code': ({ incomingPhoneNumberCreate: { incomingPhoneNumber, userErrors } }) => {
    expect(userErrors).toEqual([]);
    expect(incomingPhoneNumber.phoneNumber).toMatch(/^\+1415/);
  },
  'Rename numbers by filter': ({ incomingPhoneNumbersUpdate: { matched, results } }) => {
    expect(matched).toBe(1);
    const incomingPhoneNumber = { phoneNumber: '+442079460100', friendlyName: 'London switchboard' };
    expect(results).toEqual([{ outcome: 'DONE', incomingPhoneNumber }]);
  },
  'Delete recordings older than 90 days': ({ recordingsDelete: { matched, results } }) => {
    expect(matched).toBe(3);
    for (const { outcome } of results) expect(outcome).toBe('DONE');
  },
  'Blank the bodies of old messages': ({ messagesUpdate: { matched, results } }) => {
    expect(matched).toBe(3);
    for (const { outcome } of results) expect(outcome).toBe('DONE');
  },
  'Usage against last month': ({ thisMonth, lastMonth }) => {
    expect([thisMonth.nodes[0].startDate, lastMonth.nodes[0].startDate]).toEqual(['2026-11-01', '2026-10-01']);
    expect(Number(lastMonth.nodes[0].price)).toBeGreaterThan(0);
  },
  'Subaccounts and balances': ({ accounts: { nodes } }) => {
    expect(nodes).toHaveLength(2);
    const balances = nodes.flatMap(({ balance }: Data) => (balance ? [balance] : []));
    expect(balances).toEqual([{ balance: expect.any(String), currency: 'USD' }]);
  },
  'Verify a caller ID': ({ validationRequestCreate: { validationRequest, userErrors } }) => {
    expect(userErrors).toEqual([]);
    expect(validationRequest.validationCode).toMatch(/^\d{6}$/);
  },
  'The call of a recording, and its parent': ({ recording }) => {
    expect(recording.call.direction).toBe('OUTBOUND_DIAL');
    expect(recording.call.parentCall.to).toBe(recording.call.from);
  },
  'SIP domains and who may register': ({ sipDomains: { nodes } }) => {
    expect(nodes).toHaveLength(2);
    for (const { sipAuthRegistrationsCredentialListMappings: mappings } of nodes) {
      const users = mappings.nodes.flatMap(({ sipCredentialList }: Data) =>
        sipCredentialList.credentials.nodes.map(({ username }: Data) => username),
      );
      expect(users.toSorted()).toEqual(['front-desk', 'london', 'van-1', 'van-2', 'workshop']);
    }
  },
};

test('every recipe has an answer to compare with', () => {
  expect(recipes.map(({ title }) => title)).toEqual(Object.keys(checks));
});

describe('on the sandbox, at default settings', () => {
  test.each(recipes)('$title', async ({ title, query, variables, calls }) => {
    const twilio = closedAfterTest(await stand());
    const { origin, accountSid, authToken } = twilio.sandbox;
    const credentials = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken };
    const server = closedAfterTest(await startAgainst(origin.origin, credentials));
    if (variables.sid) variables.sid = await recordedLeg(twilio);
    // A delay of nothing counts the requests.
    twilio.sandbox.inject({ faults: [{ kind: 'latency', ms: 0 }] });
    const { data, errors } = await server.ask(query, variables);
    expect(errors).toEqual([]);
    checks[title]?.(data, variables);
    const counted = (await (await fetch(new URL('/sandbox/faults', origin))).json()) as {
      faults: [{ matched: number }];
    };
    expect(counted.faults[0].matched).toBe(calls);
  });
});

/** A recording of a leg that another call dialled. */
const recordedLeg = async (twilio: Awaited<ReturnType<typeof stand>>): Promise<string> => {
  const calls = await twilio.list('Call');
  const legs = new Set(calls.flatMap(({ json }) => (json.parent_call_sid ? [json.sid] : [])));
  const recording = (await twilio.list('Recording')).find(({ json }) => legs.has(json.call_sid));
  return String(recording?.json.sid);
};
