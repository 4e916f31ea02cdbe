/** Pages that are tried instead of many single reads: whatever becomes of them, the answer is that of single reads. */
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chance } from '../support/chance.ts';
import { leaveOnce } from '../support/leaving.ts';
import { call, message, number, page, recording, refusal, sid } from '../support/rows.ts';
import { startAgainst, type TestServer } from '../support/server.ts';
import { type Answer, type Seen, type StandIn, startStandIn } from '../support/standIn.ts';

let twilio: StandIn;
beforeAll(async () => {
  twilio = await startStandIn();
});
afterAll(() => twilio.close());

/** What may become of a page. */
const faults: Readonly<Record<string, (response: ServerResponse) => void>> = {
  500: (response) => response.writeHead(500).end('{}'),
  429: (response) => response.writeHead(429, { 'retry-after': '0' }).end('{}'),
  403: (response) => response.writeHead(403).end('{}'),
  reset: (response) => response.destroy(),
  'half an answer': (response) => {
    response.writeHead(200, { 'content-length': '100' }).write('{');
    setTimeout(() => response.destroy(), 5);
  },
  'no JSON': (response) => response.writeHead(200).end('<html>'),
  'no page': (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
  'a next page elsewhere': (response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(page('rows', [], 'https://elsewhere.example/x'))),
};

const COUNT = 12;
const phone = (n: number) => `+155501000${String(n).padStart(2, '0')}`;
const rows = <T>(make: (n: number) => T): T[] => Array.from({ length: COUNT }, (_, i) => make(i + 1));

/** One way to ask for something of each of twelve rows. */
interface Way {
  readonly query: string;
  /** The list itself, and what is tried of the other. */
  readonly outer: () => object;
  readonly tried: (alive: (n: number) => boolean) => object;
  readonly isTried: (seen: Seen) => boolean;
  /** Which row a single read is about. */
  readonly single: (seen: Seen) => number | undefined;
  readonly answer: (n: number) => object;
  /** What Twilio answers singly where there is nothing. */
  readonly nothing: Answer;
  readonly field: string;
  readonly there: (n: number) => unknown;
  readonly absent: unknown;
}
const numberIn = (text: string | null | undefined, pattern: RegExp, radix: number) => {
  const [, digits] = pattern.exec(text ?? '') ?? [];
  return digits === undefined ? undefined : Number.parseInt(digits, radix);
};
const ways: Readonly<Record<string, Way>> = {
  Gets: {
    query: `{ rows: recordings(first: ${COUNT}) { nodes { call { sid duration } } } }`,
    outer: () => page('recordings', rows(recording)),
    tried: (alive) =>
      page(
        'calls',
        rows((n) => n)
          .filter(alive)
          .map((n) => call(n)),
      ),
    isTried: ({ path }) => path.endsWith('/Calls.json'),
    single: ({ path }) => numberIn(path, /\/CA([0-9a-f]{32})\.json$/, 16),
    answer: (n) => call(n),
    nothing: refusal(20404, 'Not found', 404),
    field: 'call',
    there: (n) => ({ sid: sid('CA', n), duration: 90 }),
    absent: null,
  },
  'lists below rows': {
    query: `{ rows: calls(first: ${COUNT}) { nodes { recordings { nodes { sid } } } } }`,
    outer: () => page('calls', rows(call)),
    tried: (alive) =>
      page(
        'recordings',
        rows((n) => n)
          .filter(alive)
          .map((n) => recording(n)),
      ),
    isTried: ({ path, query }) => path.endsWith('/Recordings.json') && !query.has('CallSid'),
    single: ({ query }) => numberIn(query.get('CallSid'), /CA([0-9a-f]+)/, 16),
    answer: (n) => page('recordings', [recording(n)]),
    nothing: page('recordings', []),
    field: 'recordings',
    there: (n) => ({ nodes: [{ sid: sid('RE', n) }] }),
    absent: { nodes: [] },
  },
  lookups: {
    query: `{ rows: messages(first: ${COUNT}) { nodes { fromNumber { sid } } } }`,
    outer: () =>
      page(
        'messages',
        rows((n) => message(n, { from: phone(n) })),
      ),
    tried: (alive) =>
      page(
        'incoming_phone_numbers',
        rows((n) => n)
          .filter(alive)
          .map((n) => number(n, { phone_number: phone(n) })),
      ),
    isTried: ({ path, query }) => path.endsWith('/IncomingPhoneNumbers.json') && !query.has('PhoneNumber'),
    single: ({ query }) => numberIn(query.get('PhoneNumber'), /(\d\d)$/, 10),
    answer: (n) => page('incoming_phone_numbers', [number(n, { phone_number: phone(n) })]),
    nothing: page('incoming_phone_numbers', []),
    field: 'fromNumber',
    there: (n) => ({ sid: sid('PN', n) }),
    absent: null,
  },
};

/** A Twilio in which rows are gone, forbidden or fail at first; `fault` is what becomes of the page that is tried. */
const play = (
  way: Way,
  of: { gone?: ReadonlySet<number>; broken?: ReadonlySet<number>; flaky?: ReadonlySet<number> },
  fault?: Answer,
) => {
  const failed = new Set<number>();
  twilio.play((seen) => {
    if (way.isTried(seen)) return fault ?? way.tried((n) => !of.gone?.has(n) && !of.broken?.has(n));
    const n = way.single(seen);
    if (n === undefined) return way.outer();
    if (of.flaky?.has(n) && !failed.has(n)) {
      failed.add(n);
      return [503, {}];
    }
    if (of.gone?.has(n)) return way.nothing;
    return of.broken?.has(n) ? refusal(20003, 'Forbidden', 403) : way.answer(n);
  });
};

describe.each(Object.entries(ways))('%s', (_, way) => {
  test.each(Object.keys(faults))(
    'of which the page fails (%s) are those of single reads, for one transaction more',
    async (what) => {
      const random = chance(what.length);
      const some = () => new Set(Array.from({ length: random.below(5) }, () => 1 + random.below(COUNT)));
      for (let round = 0; round < 3; round++) {
        const server = await startAgainst(twilio.url);
        const [gone, broken, flaky] = [some(), some(), some()];
        play(way, { gone, broken, flaky }, faults[what]);
        const { data, errors } = await server.ask(way.query);
        const failed = new Set(errors.map(({ path: at }) => Number(at?.[2]) + 1));
        const isBroken = (n: number) => broken.has(n) && !gone.has(n);
        rows((n) => n).forEach((n) => {
          const { [way.field]: got } = data.rows.nodes[n - 1] ?? {};
          expect(failed.has(n)).toBe(isBroken(n));
          if (!isBroken(n)) expect(got).toEqual(gone.has(n) ? way.absent : way.there(n));
        });
        for (const { extensions } of errors) expect(extensions.code).toBe('FORBIDDEN');
        expect(twilio.seen.filter(way.isTried)).toHaveLength(1);
        expect(twilio.seen.length).toBeLessThanOrEqual(1 + 1 + COUNT + flaky.size);
        await server.close();
      }
    },
  );

  describe('what is learned of a page that fails', () => {
    const twice = async (fault: Answer, leave = false) => {
      const server = await startAgainst(twilio.url);
      play(way, {}, fault);
      const isTried = () => twilio.seen.some(way.isTried);
      if (leave) await leaveOnce(isTried, (signal) => server.ask(way.query, {}, signal));
      else await server.ask(way.query);
      play(way, {});
      const { errors } = await server.ask(way.query);
      expect(errors).toEqual([]);
      await server.close();
      return twilio.seen.length;
    };
    test('nothing, if that may pass: it is tried by the next', async () => {
      expect(await twice(faults.reset as Answer)).toBe(2);
      expect(await twice(faults[429] as Answer)).toBe(2);
    });
    test('nothing, if its client has gone', async () => {
      expect(await twice(() => undefined, true)).toBe(2);
    });
    test('that it is of no use, if Twilio refuses it', async () => {
      expect(await twice(faults[403] as Answer)).toBe(1 + COUNT);
    });
  });
});

test('a page that changes between two requests is read again', async () => {
  const server: TestServer = await startAgainst(twilio.url);
  const way = ways.Gets as Way;
  play(way, {});
  expect((await server.ask(way.query)).data.rows.nodes[0].call).toEqual({ sid: sid('CA'), duration: 90 });
  play(
    {
      ...way,
      tried: () =>
        page(
          'calls',
          rows((n) => call(n, { duration: '91' })),
        ),
    },
    {},
  );
  expect((await server.ask(way.query)).data.rows.nodes[0].call).toEqual({ sid: sid('CA'), duration: 91 });
  await server.close();
});
