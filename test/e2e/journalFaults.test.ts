/** Paid writes under faults, drawn at random: each happens at most once, and what is said of it is true. */
import { beforeAll, expect, test } from 'vitest';
import { type Chance, chance } from '../support/chance.ts';
import { serverWithStandIn } from '../support/hooks.ts';
import {
  type Accepted,
  busyFor,
  CONFERENCE,
  keep,
  lostAfter,
  lostBefore,
  type Reaction,
  refused,
  sidOf,
  works,
} from '../support/keepingTwilio.ts';

const { twilio, server } = await serverWithStandIn({
  TWILIO_TIMEOUT_MS: '1500',
  TWILIO_TPS_PER_NODE: '500',
  TWILIO_MAX_COST: '5000',
});
const HEADERS = { 'x-request-timeout-ms': '12000' };

// The first request of a process compiles; that must not count as an upstream that hangs.
beforeAll(async () => {
  keep(twilio, () => works);
  await server.ask(
    'mutation { messageCreate(input: { to: "+15550100002", from: "+15550100001", body: "x" }) { message { sid } } }',
  );
});

/** A paid create. `tag` is an input that Twilio does not repeat: it tells the stand-in which write a POST is. */
interface Kind {
  readonly name: string;
  readonly one: string;
  readonly key: string;
  readonly field: string;
  readonly input: (draw: Chance, tag: string) => Record<string, unknown>;
}
const number = (draw: Chance, n: number) => `+1555010000${draw.below(n)}`;
const kinds: readonly Kind[] = [
  {
    name: 'Message',
    one: 'message',
    key: 'sid',
    field: 'messageCreate(idempotencyKey: $key, input: $input)',
    input: (draw, tag) => ({
      to: number(draw, 3),
      ...(draw.below(2) ? { from: '+15550100001' } : { messagingServiceSid: `MG${'1'.repeat(32)}` }),
      body: draw.pick(['Hello', 'Hello “you”']),
      statusCallback: tag,
    }),
  },
  {
    name: 'Call',
    one: 'call',
    key: 'sid',
    field: 'callCreate(idempotencyKey: $key, input: $input)',
    input: (draw, tag) => ({ to: number(draw, 4), from: '+15550100001', url: tag }),
  },
  {
    name: 'Participant',
    one: 'participant',
    key: 'callSid',
    field: `participantCreate(conferenceSid: "${CONFERENCE}", idempotencyKey: $key, input: $input)`,
    input: (draw, tag) => ({ to: number(draw, 4), from: '+15550100001', statusCallback: tag }),
  },
  {
    name: 'IncomingPhoneNumber',
    one: 'incomingPhoneNumber',
    key: 'sid',
    field: 'incomingPhoneNumberCreate(overwrite: true, idempotencyKey: $key, input: $input)',
    input: (_draw, tag) => ({
      phoneNumber: `+1555${tag.replace(/\D/g, '').slice(-7).padStart(7, '0')}`,
      statusCallback: tag,
    }),
  },
];
const TAGS = ['StatusCallback', 'Url'];
const tagOf = (form: URLSearchParams) => String(TAGS.map((name) => form.get(name)).find((value) => value !== null));

const reactions: readonly Reaction[] = [
  ...Object.values(lostAfter),
  ...Object.values(lostBefore),
  ...Object.values(busyFor),
  works,
  works,
  refused,
];

test.each([1, 2, 3])('seed %i', async (seed) => {
  const draw = chance(seed);
  const plans = new Map<string, { first: Reaction; posts: number }>();
  const accepted = keep(twilio, ({ form }) => {
    const plan = plans.get(tagOf(form));
    if (!plan) throw new Error('A POST that nobody asked for.');
    plan.posts++;
    return plan.posts === 1 ? plan.first : works;
  });
  const writes = Array.from({ length: 48 }, (_, n) => {
    const kind = draw.pick(kinds);
    const tag = `https://example.com/${seed}000${n}`;
    const first = draw.pick(reactions);
    plans.set(tag, { first, posts: 0 });
    return { kind, tag, first, key: draw.below(3) ? `${seed}-${n}` : undefined, input: kind.input(draw, tag) };
  });
  const answers = await Promise.all(
    writes.map(async ({ kind, input, key }) => {
      const fields = `${kind.one} { ${kind.key} } userErrors { code }`;
      const query = `mutation($key: String, $input: ${kind.name}CreateInput!) { made: ${kind.field} { ${fields} } }`;
      const began = performance.now();
      const answer = await server.ask(query, { key, input }, undefined, HEADERS);
      return { ...answer, tookMs: performance.now() - began };
    }),
  );
  const rowOf = (tag: string): Accepted | undefined => {
    const all = accepted.filter(({ form }) => tagOf(form) === tag);
    expect(all.length).toBeLessThanOrEqual(1);
    return all[0];
  };
  /** Writes whose answer was lost and whose row was found, at once or later. */
  let found = 0;
  for (const [i, { kind, tag, first }] of writes.entries()) {
    const { data, errors, tookMs } = answers[i] as (typeof answers)[number];
    const posts = plans.get(tag)?.posts;
    const isBusy = Object.values(busyFor).includes(first);
    expect(posts, JSON.stringify([kind.name, data, errors])).toBe(isBusy ? 2 : 1);
    if (isBusy && first === busyFor['429 with seconds']) expect(tookMs).toBeGreaterThanOrEqual(998);
    const row = rowOf(tag);
    const said = data?.made?.[kind.one]?.[kind.key];
    if (said) {
      expect(said).toBe(row && sidOf(row.row));
      if (Object.values(lostAfter).includes(first)) found++;
      continue;
    }
    if (first === refused && data.made) expect(data.made.userErrors).toEqual([{ code: 'REJECTED' }]);
    else {
      expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN', outcome: 'UNKNOWN' } }]);
      const { operation } = (
        await server.ask('query($id: ID) { operation(id: $id) { state sid } }', {
          id: errors[0]?.extensions.operationId,
        })
      ).data;
      if (operation.state === 'DONE') {
        expect(operation.sid).toBe(row && sidOf(row.row));
        found++;
      } else expect(operation).toEqual({ state: 'UNKNOWN', sid: null });
    }
  }
  expect(found).toBeGreaterThan(0);
});
