/** Pages that are not believed: circles, repeats, emptiness, other lists, hidden defaults, samples. */
import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { serverWithStandIn } from '../support/hooks.ts';
import { call, calls, nextPage as next, page, path, recording, sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst } from '../support/server.ts';
import type { Script, Seen } from '../support/standIn.ts';

const { twilio, server } = await serverWithStandIn();
const codeOf = async (query: string) => (await server.ask(query)).errors[0]?.extensions.code;

describe('a list that never ends is an error', () => {
  test.each([
    ['every page names itself', () => page('calls', calls(1, 20), next('Calls', 1)), 2],
    [
      'every page names the same next one, and has other rows',
      (_seen: Seen, index: number) => page('calls', calls(index * 20 + 1, 20), next('Calls', 1)),
      2,
    ],
    [
      'a page repeats an earlier one',
      ({ query }: Seen) => page('calls', calls(1, 20), next('Calls', Number(query.get('PageToken') ?? 0) + 1)),
      2,
    ],
    ['empty pages', ({ query }: Seen) => page('calls', [], next('Calls', Number(query.get('PageToken') ?? 0) + 1)), 3],
    [
      'another account',
      () => page('calls', calls(1, 1), `/2010-04-01/Accounts/AC${'b'.repeat(32)}/Calls.json?PageToken=1`),
      1,
    ],
    ['another list', () => page('calls', calls(1, 1), next('Messages', 1)), 1],
    ['a page of an unknown form', () => ({ calls: calls(1, 20), pagination: { next: 'x' } }), 1],
  ])('%s', async (_name, script, transactions) => {
    twilio.play(script as never);
    expect(await codeOf('{ calls(first: 50) { nodes { sid } } }')).toBe('UPSTREAM_UNREADABLE');
    expect(twilio.seen).toHaveLength(transactions);
    const { data, errors } = await server.ask('{ calls(first: 20) { totalCount } }');
    expect(data.calls).toEqual({ totalCount: null });
    expect(errors[0]).toMatchObject({ path: ['calls', 'totalCount'], extensions: { code: 'UPSTREAM_UNREADABLE' } });
  });

  test('pages of one row each are counted as pages', async () => {
    twilio.play((_seen, index) => page('calls', calls(index + 1, 1), next('Calls', index + 1)));
    const { data, errors } = await server.ask('{ calls(first: 1) { nodes { sid } totalCount } }');
    expect(data.calls).toEqual({ nodes: [{ sid: sid('CA', 1) }], totalCount: null });
    expect(errors).toMatchObject([{ path: ['calls', 'totalCount'], extensions: { code: 'SCAN_LIMIT' } }]);
    expect(twilio.seen).toHaveLength(10);
  });

  test('in a lookup', async () => {
    twilio.play(({ path: at, query }) =>
      at.endsWith('Calls.json')
        ? page('calls', calls(1, 1))
        : page('incoming_phone_numbers', [], next('IncomingPhoneNumbers', Number(query.get('PageToken') ?? 0) + 1)),
    );
    expect(await codeOf('{ calls(first: 1) { nodes { toNumber { sid } } } }')).toBe('UPSTREAM_UNREADABLE');
    expect(twilio.seen.length).toBeLessThan(6);
  });
});

test('a row seen twice counts once, and is changed once', async () => {
  const pages = [calls(1, 5), calls(3, 5), calls(8, 2)];
  twilio.play(({ method, query }) => {
    if (method === 'DELETE') return [204];
    const at = Number(query.get('PageToken') ?? 0);
    return page('calls', pages[at] ?? [], at < 2 ? next('Calls', at + 1) : null);
  });
  const list = await server.ask('{ calls(first: 50) { totalCount nodes { sid } } }');
  expect(list.data.calls.totalCount).toBe(9);
  const { data } = await server.ask(
    'mutation { callsDelete(filter: { duration: { gt: 0 } }, limit: 50) { matched results { sid outcome } } }',
  );
  expect(data.callsDelete.matched).toBe(9);
  const deleted = twilio.seen.filter(({ method }) => method === 'DELETE').map((seen) => seen.path);
  expect(new Set(deleted).size).toBe(deleted.length);
  expect(deleted).toHaveLength(9);
});

describe('cursors', () => {
  const dated = (n: number) =>
    recording(n, {
      date_created: new Date(Date.UTC(2026, 10, 20) - n * 60_000).toUTCString(),
      duration: String(n % 9),
    });
  const QUERY = (order: string, after?: string) =>
    `{ recordings(first: 50, filter: { duration: { lt: 5 } }${order}${after ? `, after: "${after}"` : ''}) { nodes { sid } pageInfo { endCursor hasNextPage } } }`;
  const ORDER = ', orderBy: [{ field: DURATION, direction: DESC }, { field: DATE_CREATED, direction: ASC }]';
  const all = () => true;
  const last = (i: number) => i === 49;
  test.each([
    ['all rows', '', all],
    ['the last row', '', last],
    ['all rows, in another order', ORDER, all],
    ['the last row, in another order', ORDER, last],
  ])('survive the deletion of what they have shown: %s', async (_name, order, isDeleted) => {
    let left = Array.from({ length: 300 }, (_, i) => dated(i + 1));
    const matching = left.filter((row) => Number(row.duration) < 5).map((row) => row.sid);
    twilio.play(({ query }) => {
      const from = Number(query.get('PageToken') ?? 0);
      const size = Number(query.get('PageSize'));
      return page(
        'recordings',
        left.slice(from, from + size),
        from + size < left.length ? next('Recordings', from + size) : null,
      );
    });
    const shown: string[] = [];
    for (let after: string | undefined; ; ) {
      const { data } = await server.ask(QUERY(order, after));
      const { nodes, pageInfo } = data.recordings;
      const sids: string[] = nodes.map((node: { sid: string }) => node.sid);
      shown.push(...sids);
      const deleted = sids.filter((_sid, i) => isDeleted(i));
      left = left.filter((row) => !deleted.includes(String(row.sid)));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect([...shown].sort()).toEqual([...matching].sort());
  });
  test('of an empty part are the ones given', async () => {
    twilio.play(() => page('calls', calls(1, 3)));
    const { data } = await server.ask('{ calls(first: 3) { pageInfo { endCursor } } }');
    const after = data.calls.pageInfo.endCursor;
    const rest = await server.ask(`{ calls(after: "${after}") { nodes { sid } pageInfo { endCursor hasNextPage } } }`);
    expect(rest.data.calls).toEqual({ nodes: [], pageInfo: { endCursor: after, hasNextPage: false } });
  });
  test('whose page Twilio no longer knows have a code', async () => {
    twilio.play(({ query }) =>
      query.get('PageToken')
        ? [400, { code: 20001, message: 'Invalid PageToken', status: 400 }]
        : page('calls', calls(1, 3), next('Calls', 3)),
    );
    const { data } = await server.ask('{ calls(first: 3) { pageInfo { endCursor } } }');
    expect(await codeOf(`{ calls(after: "${data.calls.pageInfo.endCursor}") { nodes { sid } } }`)).toBe(
      'CURSOR_EXPIRED',
    );
  });
  test('of SCAN_LIMIT go on where the scan ended', async () => {
    const small = await startAgainst(twilio.url, { TWILIO_SCAN_LIMIT: '1000' });
    twilio.play(({ query }) => {
      const from = Number(query.get('PageToken') ?? 0);
      const rows = Array.from({ length: 1000 }, (_, i) =>
        call(from + i + 1, { duration: from + i === 2500 ? '7' : '1' }),
      );
      return page('calls', rows, from < 3000 ? next('Calls', from + 1000) : null);
    });
    const found: string[] = [];
    let after: string | undefined;
    for (let i = 0; i < 9; i++) {
      const { data, errors } = await small.ask(
        `query($after: String) { calls(first: 1, after: $after, filter: { duration: { eq: 7 } }) { nodes { sid } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      for (const node of data.calls?.nodes ?? []) found.push(node.sid);
      after = (errors[0]?.extensions.cursor as string | undefined) ?? data.calls?.pageInfo.endCursor;
      if (data.calls && !data.calls.pageInfo.hasNextPage) break;
    }
    expect(found).toEqual([sid('CA', 2501)]);
    await small.close();
  });
});

describe('a list that shows a part unless asked', () => {
  const rooms = Array.from({ length: 30 }, (_, i) => ({
    sid: sid('CF', i + 1),
    account_sid: ACCOUNT,
    status: ['init', 'in-progress', 'completed'][i % 3],
    friendly_name: `room ${i % 2}`,
    date_created: new Date(Date.UTC(2026, 10, 20) - i * 60_000).toUTCString(),
  }));
  const conferences = ({ query }: Seen) => {
    const wanted = rooms.filter(({ status }) => status === (query.get('Status') ?? 'in-progress'));
    const from = Number(query.get('PageToken') ?? 0);
    const size = Number(query.get('PageSize'));
    const params = new URLSearchParams(query);
    params.set('PageToken', String(from + size));
    return page(
      'conferences',
      wanted.slice(from, from + size),
      from + size < wanted.length ? `${path('Conferences')}?${params}` : null,
    );
  };
  test.each([
    ['', () => true],
    ['filter: { status: { in: [IN_PROGRESS, COMPLETED] } }', (status: string) => status !== 'init'],
    ['filter: { status: { ne: INIT } }', (status: string) => status !== 'init'],
    ['filter: { status: { eq: COMPLETED } }', (status: string) => status === 'completed'],
    [
      'filter: { or: [{ status: { eq: INIT } }, { friendlyName: { eq: "room 1" } }] }',
      (status: string, name: string) => status === 'init' || name === 'room 1',
    ],
    ['filter: { dateCreated: { gt: "2026-01-01T00:00:00Z" } }', () => true],
  ])('is read once for each value: %s', async (filter, matches) => {
    twilio.play(conferences);
    const expected = rooms
      .filter(({ status = '', friendly_name: name }) => matches(status, name))
      .map((row) => row.sid);
    const total = await server.ask(`{ conferences${filter && `(${filter})`} { totalCount } }`);
    expect(total.data.conferences.totalCount).toBe(expected.length);
    const shown: string[] = [];
    for (let after: string | null = null; ; ) {
      const args = [`first: 4`, filter, after && `after: "${after}"`].filter(Boolean).join(', ');
      const { data } = await server.ask(
        `{ conferences(${args}) { nodes { sid } pageInfo { hasNextPage endCursor } } }`,
      );
      shown.push(...data.conferences.nodes.map((node: { sid: string }) => node.sid));
      if (!data.conferences.pageInfo.hasNextPage) break;
      after = data.conferences.pageInfo.endCursor;
    }
    expect(shown).toEqual(expected);
  });
  test.each([
    ['', ['public', 'private']],
    ['filter: { type: { eq: PRIVATE } }', ['private']],
    ['filter: { type: { ne: PRIVATE } }', ['public']],
  ])('is read at once where Twilio takes several values: chat channels %s', async (filter, types) => {
    twilio.play(({ query }) => {
      const all = ['public', 'private', 'public'].map((type, i) => ({ sid: sid('CH', i), type }));
      const wanted = query.has('Type') ? query.getAll('Type') : ['public'];
      return {
        channels: all.filter(({ type }) => wanted.includes(type)),
        meta: { next_page_url: null, key: 'channels' },
      };
    });
    const args = [`serviceSid: "${sid('IS')}"`, filter].filter(Boolean).join(', ');
    const { data, errors } = await server.ask(`{ chat { channels(${args}) { nodes { type } totalCount } } }`);
    expect(errors).toEqual([]);
    const shown = data.chat.channels.nodes.map(({ type }: { type: string }) => type.toLowerCase());
    expect(new Set(shown)).toEqual(new Set(types));
    expect(data.chat.channels.totalCount).toBe(shown.length);
    expect(twilio.seen.map(({ query }) => query.getAll('Type'))).toEqual([types]);
  });
  test('deleted recordings are listed where the filter accepts them', async () => {
    twilio.play(({ query }) =>
      page('recordings', query.get('IncludeSoftDeleted') === 'true' ? [recording(1, { status: 'deleted' })] : []),
    );
    const { data } = await server.ask('{ recordings(filter: { status: { eq: DELETED } }) { nodes { sid } } }');
    expect(data.recordings.nodes).toHaveLength(1);
  });
  test.each([
    ['false', [1]],
    ['true', [1, 2]],
  ])('asked for or not, where Twilio ignores it: %s', async (includes, expected) => {
    twilio.play(() => page('recordings', [recording(1), recording(2, { status: 'deleted' })]));
    const filter = `{ duration: { lt: 100 }, includeSoftDeleted: ${includes} }`;
    const { data } = await server.ask(
      `mutation { recordingsDelete(filter: ${filter}, limit: 9, dryRun: true) { matched results { sid } } }`,
    );
    const sids = expected.map((n) => ({ sid: sid('RE', n) }));
    expect(data.recordingsDelete).toEqual({ matched: sids.length, results: sids });
    const listed = await server.ask(
      `{ recordings(filter: { includeSoftDeleted: ${includes} }) { totalCount nodes { sid } } }`,
    );
    expect(listed.data.recordings).toEqual({ totalCount: sids.length, nodes: sids });
  });
});

describe('a sample', () => {
  const offers = () => ({
    uri: '/',
    available_phone_numbers: [1, 2].map((n) => ({
      phone_number: `+1415555010${n}`,
      capabilities: { voice: true, SMS: true, MMS: n === 1 },
    })),
  });
  test('has no total, order or cursor', async () => {
    twilio.play(offers);
    const { data, errors } = await server.ask(
      '{ availablePhoneNumbersLocal(countryCode: "US") { totalCount nodes { phoneNumber } pageInfo { hasNextPage endCursor } } }',
    );
    expect(data.availablePhoneNumbersLocal).toMatchObject({
      totalCount: null,
      nodes: [{}, {}],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
    expect(errors[0]?.message).toMatch(/sample/);
    for (const args of ['orderBy: [{ field: REGION }]', 'after: "x"']) {
      const list = `availablePhoneNumbersLocal(countryCode: "US", ${args}) { nodes { phoneNumber } }`;
      const refused = await server.ask(`{ ${list} }`);
      expect(refused.errors).toMatchObject([
        { message: expect.stringContaining('sample'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });
  /** What a row says where Twilio obeys, in its own letters, and where it does not. */
  const told: [argument: string, obeyed: object, ignored: object][] = [
    ['inRegion: "NY"', { region: 'ny' }, { region: 'CA' }],
    ['inPostalCode: "10001"', { postal_code: '10001' }, { postal_code: '94105' }],
    ['inLata: "132"', { lata: '132' }, { lata: '722' }],
    ['inRateCenter: "NWYRCYZN01"', { rate_center: 'nwyrcyzn01' }, { rate_center: 'SNFC CNTRL' }],
    ['areaCode: "212"', { phone_number: '+12125550100' }, { phone_number: '+14152125550' }],
    ...['any', 'local', 'foreign'].map((requirements): [string, object, object] => [
      'excludeAllAddressRequired: true',
      { address_requirements: 'none' },
      { address_requirements: requirements },
    ]),
    ['excludeLocalAddressRequired: true', { address_requirements: 'foreign' }, { address_requirements: 'local' }],
    ['excludeForeignAddressRequired: true', { address_requirements: 'local' }, { address_requirements: 'foreign' }],
  ];
  test.each(told)('is checked where a row tells that Twilio ignored %s', async (argument, obeyed, ignored) => {
    const nothing = Object.fromEntries(Object.keys(obeyed).map((name) => [name, null]));
    const rows = [obeyed, ignored, { ...nothing, phone_number: '+12125550101' }, {}].map((row, i) => ({
      phone_number: `+1212555020${i}`,
      ...row,
    }));
    twilio.play(() => ({ uri: '/', available_phone_numbers: rows }));
    const list = `availablePhoneNumbersLocal(countryCode: "US", first: 10, filter: { ${argument} })`;
    const { data } = await server.ask(`{ ${list} { nodes { phoneNumber } } }`);
    const numbers = data.availablePhoneNumbersLocal.nodes.map(
      ({ phoneNumber }: { phoneNumber: string }) => phoneNumber,
    );
    expect(numbers).toEqual(rows.filter((_row, i) => i !== 1).map(({ phone_number }) => phone_number));
  });
  test('is whole where an argument excludes nothing', async () => {
    twilio.play(offers);
    const { data } = await server.ask(
      '{ availablePhoneNumbersLocal(countryCode: "US", filter: { excludeAllAddressRequired: false }) { nodes { phoneNumber } } }',
    );
    expect(data.availablePhoneNumbersLocal.nodes).toHaveLength(2);
  });
  test.each([true, false])('is checked where a field shows what it is: mmsEnabled %s', async (mmsEnabled) => {
    twilio.play(offers);
    const { data } = await server.ask(
      `{ availablePhoneNumbersLocal(countryCode: "US", filter: { mmsEnabled: ${mmsEnabled} }) { nodes { phoneNumber } } }`,
    );
    expect(data.availablePhoneNumbersLocal.nodes).toEqual([
      { phoneNumber: mmsEnabled ? '+14155550101' : '+14155550102' },
    ]);
  });
});

describe('answers that would take gigabytes to read', () => {
  const nested = 1_100_000;
  test.each([
    ['of more rows than a page has', () => page('calls', Array(20_000).fill({}))],
    ['whose rows cannot be read', () => page('calls', Array(9000).fill({}))],
    ['nested too deep', () => (response: ServerResponse) => void response.end(`{"calls":${'['.repeat(2 * nested)}`)],
    [
      'whose rows are nested too deep',
      () => (response: ServerResponse) =>
        void response.end(`{"calls":[{"a":${'['.repeat(nested)}${']'.repeat(nested)}}],"next_page_uri":null}`),
    ],
  ])('%s', async (_what, answer) => {
    twilio.play(answer as Script);
    const { errors } = await server.ask('{ calls(first: 3) { nodes { sid } } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_UNREADABLE']);
  });
});

test('a row that was not asked for is unreadable', async () => {
  twilio.play(() => call(2));
  expect(await codeOf(`{ call(sid: "${sid('CA', 1)}") { sid } }`)).toBe('UPSTREAM_UNREADABLE');
});
