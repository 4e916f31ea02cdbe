/** Relations from one product to another, over HTTP: what they ask Twilio, how often, and what they are without it. */
import { describe, expect, test } from 'vitest';
import { chance } from '../support/chance.ts';
import { serverWithStandIn } from '../support/hooks.ts';
import { call, message, number, page, path, recording, sid } from '../support/rows.ts';
import { ACCOUNT } from '../support/server.ts';

const { twilio, server } = await serverWithStandIn();
const rest = (key: string, rows: readonly object[], next: string | null = null) => ({
  [key]: rows,
  meta: { key, next_page_url: next, page: 0, page_size: 50, first_page_url: '', previous_page_url: null, url: '' },
});
const missing: [number, object] = [404, { code: 20404, message: 'not found', status: 404 }];
type Answers = Readonly<Record<string, object>>;
const play = (answers: Answers) => twilio.play(({ path: asked }) => answers[asked] ?? missing);
const asked = () => twilio.seen.map(({ method, path: where, query }) => `${method} ${where}${said(query)}`);
const said = (query: URLSearchParams) => {
  query.delete('PageSize');
  query.delete('pageSize');
  return query.size > 0 ? `?${query}` : '';
};

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

interface Case {
  readonly query: string;
  readonly answers: Answers;
  readonly data: unknown;
  /** Beyond the first read, which the relations hang on. */
  readonly asks: readonly string[];
}
const NUMBER = path(`IncomingPhoneNumbers/${sid('PN')}`);
const own = number(1, {
  trunk_sid: sid('TK'),
  bundle_sid: sid('BU'),
  voice_url: `https://webhooks.twilio.com/v1/Accounts/${ACCOUNT}/Flows/${sid('FW', 2)}`,
  sms_url: `https://webhooks.twilio.com/v1/Accounts/${ACCOUNT}/Flows/${sid('FW', 3)}`,
});
const RECORDING = path(`Recordings/${sid('RE')}`);
const TASK = `/v1/Workspaces/${sid('WS')}/Tasks/${sid('WT')}`;
const WORKER = `/v1/Workspaces/${sid('WS')}/Workers/${sid('WK')}`;
const task = (attributes: object | string) => ({
  sid: sid('WT'),
  workspace_sid: sid('WS'),
  attributes: typeof attributes === 'string' ? attributes : JSON.stringify(attributes),
});
const inTask = `{ taskrouter { task(workspaceSid: "${sid('WS')}", sid: "${sid('WT')}") { call { sid } conversation { sid } } } }`;

const cases: Readonly<Record<string, Case>> = {
  "a number's trunk, bundle and flow": {
    query: `{ incomingPhoneNumber(sid: "${sid('PN')}") { trunk { friendlyName } bundle { status } studioFlow { friendlyName } } }`,
    answers: {
      [NUMBER]: own,
      [`/v1/Trunks/${sid('TK')}`]: { sid: sid('TK'), friendly_name: 'Office' },
      [`/v2/RegulatoryCompliance/Bundles/${sid('BU')}`]: { sid: sid('BU'), status: 'draft' },
      [`/v2/Flows/${sid('FW', 2)}`]: { sid: sid('FW', 2), friendly_name: 'Calls' },
    },
    data: {
      incomingPhoneNumber: {
        trunk: { friendlyName: 'Office' },
        bundle: { status: 'DRAFT' },
        studioFlow: { friendlyName: 'Calls' },
      },
    },
    asks: [
      `GET /v1/Trunks/${sid('TK')}`,
      `GET /v2/RegulatoryCompliance/Bundles/${sid('BU')}`,
      `GET /v2/Flows/${sid('FW', 2)}`,
    ],
  },
  'a number by its digits': {
    query: `{ incomingPhoneNumber(sid: "${sid('PN')}") {
      route { voiceRegion } lookup { valid lineTypeIntelligence { type } } conversationAddress { type } } }`,
    answers: {
      [NUMBER]: own,
      '/v3/PhoneNumbers/+15550100002': { phoneNumber: '+15550100002', voiceRegion: 'ie1' },
      '/v2/PhoneNumbers/+15550100002': {
        phone_number: '+15550100002',
        valid: true,
        line_type_intelligence: { type: 'mobile' },
      },
    },
    data: {
      incomingPhoneNumber: {
        route: { voiceRegion: 'ie1' },
        lookup: { valid: true, lineTypeIntelligence: { type: 'mobile' } },
        conversationAddress: null,
      },
    },
    asks: [
      'GET /v1/Configuration/Addresses/+15550100002',
      'GET /v2/PhoneNumbers/+15550100002?Fields=line_type_intelligence',
      'GET /v3/PhoneNumbers/+15550100002',
    ],
  },
  'what is found by a filter': {
    query: `{ incomingPhoneNumber(sid: "${sid('PN')}") { tollfreeVerification { status } hostedNumberOrder { sid }
      auditEvents(first: 5) { nodes { eventType } } } }`,
    answers: {
      [NUMBER]: own,
      '/v1/Tollfree/Verifications': rest('verifications', [
        { sid: sid('HH'), status: 'TWILIO_APPROVED', tollfree_phone_number_sid: sid('PN') },
      ]),
      '/v2/HostedNumber/Orders': rest('items', []),
      '/v1/Events': rest('events', [{ sid: sid('AE'), event_type: 'phone-number.updated', resource_sid: sid('PN') }]),
    },
    data: {
      incomingPhoneNumber: {
        tollfreeVerification: { status: 'TWILIO_APPROVED' },
        hostedNumberOrder: null,
        auditEvents: { nodes: [{ eventType: 'phone-number.updated' }] },
      },
    },
    asks: [
      `GET /v1/Events?ResourceSid=${sid('PN')}`,
      `GET /v1/Tollfree/Verifications?TollfreePhoneNumberSid=${sid('PN')}`,
      `GET /v2/HostedNumber/Orders?IncomingPhoneNumberSid=${sid('PN')}`,
    ],
  },
  "a recording's transcripts": {
    query: `{ recording(sid: "${sid('RE')}") { transcripts { nodes { sid sentences { nodes { text } } } } voiceTranscriptions { nodes { status } } } }`,
    answers: {
      [RECORDING]: recording(),
      '/v2/Transcripts': rest('transcripts', [{ sid: sid('GT'), service_sid: sid('GA') }]),
      [`/v2/Transcripts/${sid('GT')}/Sentences`]: rest('sentences', [{ transcript: 'Hello', sid: sid('GX') }]),
      '/v3/Transcriptions': { transcriptions: [], meta: { key: 'transcriptions', nextToken: null } },
    },
    data: {
      recording: {
        transcripts: { nodes: [{ sid: sid('GT'), sentences: { nodes: [{ text: 'Hello' }] } }] },
        voiceTranscriptions: { nodes: [] },
      },
    },
    asks: [
      `GET /v2/Transcripts/${sid('GT')}/Sentences`,
      `GET /v2/Transcripts?SourceSid=${sid('RE')}`,
      `GET /v3/Transcriptions?sourceId=${sid('RE')}`,
    ],
  },
  'what a task is about': {
    query: inTask,
    answers: {
      [TASK]: task({ call_sid: sid('CA', 4), conversationSid: sid('CH') }),
      [path(`Calls/${sid('CA', 4)}`)]: call(4),
      [`/v1/Conversations/${sid('CH')}`]: { sid: sid('CH') },
    },
    data: { taskrouter: { task: { call: { sid: sid('CA', 4) }, conversation: { sid: sid('CH') } } } },
    asks: [`GET /v1/Conversations/${sid('CH')}`, `GET ${path(`Calls/${sid('CA', 4)}`)}`],
  },
  'a task whose attributes could leave the path': {
    query: inTask,
    answers: { [TASK]: task({ call_sid: `${sid('CA')}/../../Messages/${sid('SM')}`, conversationSid: '..' }) },
    data: { taskrouter: { task: { call: null, conversation: null } } },
    asks: [],
  },
  'a task whose attributes are no JSON': {
    query: inTask,
    answers: { [TASK]: task('{"call_sid":') },
    data: { taskrouter: { task: { call: null, conversation: null } } },
    asks: [],
  },
  "a worker's activity and queues": {
    query: `{ taskrouter { worker(workspaceSid: "${sid('WS')}", sid: "${sid('WK')}") {
      activity { friendlyName } taskQueues { nodes { friendlyName } } } } }`,
    answers: {
      [WORKER]: { sid: sid('WK'), workspace_sid: sid('WS'), activity_sid: sid('WA') },
      [`/v1/Workspaces/${sid('WS')}/Activities/${sid('WA')}`]: { sid: sid('WA'), friendly_name: 'Available' },
      [`/v1/Workspaces/${sid('WS')}/TaskQueues`]: rest('task_queues', [{ sid: sid('WQ'), friendly_name: 'Everyone' }]),
    },
    data: {
      taskrouter: {
        worker: { activity: { friendlyName: 'Available' }, taskQueues: { nodes: [{ friendlyName: 'Everyone' }] } },
      },
    },
    asks: [
      `GET /v1/Workspaces/${sid('WS')}/Activities/${sid('WA')}`,
      `GET /v1/Workspaces/${sid('WS')}/TaskQueues?WorkerSid=${sid('WK')}`,
    ],
  },
  'a Flex flow and its parts': {
    query: `{ flex { flexFlow(sid: "${sid('FO')}") { studioFlow { friendlyName } workspace { sid } workflow { sid } } } }`,
    answers: {
      [`/v1/FlexFlows/${sid('FO')}`]: { sid: sid('FO'), integration: { flow_sid: sid('FW') } },
      [`/v2/Flows/${sid('FW')}`]: { sid: sid('FW'), friendly_name: 'Hours' },
    },
    data: { flex: { flexFlow: { studioFlow: { friendlyName: 'Hours' }, workspace: null, workflow: null } } },
    asks: [`GET /v2/Flows/${sid('FW')}`],
  },
  "a looked-up number's own row": {
    query: '{ lookup { phoneNumber(phoneNumber: "+15550100002") { ownNumber { sid } } } }',
    answers: {
      '/v2/PhoneNumbers/+15550100002': { phone_number: '+15550100002' },
      [path('IncomingPhoneNumbers')]: page('incoming_phone_numbers', [own]),
    },
    data: { lookup: { phoneNumber: { ownNumber: { sid: sid('PN') } } } },
    asks: [`GET ${path('IncomingPhoneNumbers')}?PhoneNumber=%2B15550100002`],
  },
};

const OPERATORS = `/v2/Services/${sid('GA')}/Operators`;
const BUILD = `/v1/Services/${sid('ZS')}/Builds/${sid('ZB')}`;

describe('rows that a list names', () => {
  const operatorsOf = (args = '') =>
    `{ intelligenceV2 { serviceOperators(serviceSid: "${sid('GA')}") { operatorSids operators${args} { sid friendlyName } } } }`;
  const playOperators = (named: readonly string[], gone: ReadonlySet<string>) =>
    twilio.play(({ path: where }) => {
      if (where === OPERATORS) return { service_sid: sid('GA'), operator_sids: named };
      const key = where.split('/').at(-1) ?? '';
      return where.startsWith('/v2/Operators/') && !gone.has(key) ? { sid: key, friendly_name: `of ${key}` } : missing;
    });

  test('are in its order, null where they are gone, and read once each', async () => {
    const draw = chance(7);
    const all = Array.from({ length: 8 }, (_, i) => sid('LY', i + 1));
    const named = Array.from({ length: 15 }, () => draw.pick(all));
    const gone = new Set(all.filter((_, i) => i % 3 === 0));
    playOperators(named, gone);
    const { data, errors } = await server.ask(operatorsOf());
    expect(errors).toEqual([]);
    expect(data.intelligenceV2.serviceOperators).toEqual({
      operatorSids: named,
      operators: named.map((each) => (gone.has(each) ? null : { sid: each, friendlyName: `of ${each}` })),
    });
    expect(asked().slice(1).sort()).toEqual([...new Set(named)].map((each) => `GET /v2/Operators/${each}`).sort());
  });

  test('are as many as `first` says, which is what the query costs', async () => {
    const named = Array.from({ length: 30 }, (_, i) => sid('LY', i + 1));
    playOperators(named, new Set());
    const { data, extensions } = await server.ask(operatorsOf('(first: 2)'));
    expect(data.intelligenceV2.serviceOperators.operators).toHaveLength(2);
    expect(extensions.cost).toMatchObject({ actualQueryCost: 3, predictedQueryCost: 3 });
    playOperators(named, new Set());
    await server.ask(operatorsOf());
    expect(twilio.seen).toHaveLength(1 + 20);
    playOperators(named, new Set());
    const wrong = await server.ask(operatorsOf('(first: 0)'));
    expect(wrong.errors.map(({ message }) => message)).toEqual(['first: must be from 1 to 1000']);
    expect(twilio.seen).toHaveLength(1);
  });

  test('can be named by several properties of its items', async () => {
    const items = [1, 2, 3].map((n) => ({ sid: sid('ZN', n), function_sid: sid('ZH', n) }));
    const at = (n: number) => `/v1/Services/${sid('ZS')}/Functions/${sid('ZH', n)}`;
    play({
      [BUILD]: { sid: sid('ZB'), service_sid: sid('ZS'), function_versions: [...items, { sid: '../x' }, null] },
      [at(1)]: { sid: sid('ZH', 1), friendly_name: 'one' },
      [`${at(1)}/Versions/${sid('ZN', 1)}`]: { sid: sid('ZN', 1), path: '/one' },
      [`${at(3)}/Versions/${sid('ZN', 3)}`]: { sid: sid('ZN', 3), path: '/three' },
    });
    const { data, errors } = await server.ask(`{ serverless { build(serviceSid: "${sid('ZS')}", sid: "${sid('ZB')}") {
      functions { friendlyName } functionVersionObjects { path } } } }`);
    expect(errors).toEqual([]);
    expect(data.serverless.build).toEqual({
      functions: [{ friendlyName: 'one' }, null, null, null],
      functionVersionObjects: [{ path: '/one' }, null, { path: '/three' }, null],
    });
    expect(asked().filter((each) => /Functions\/ZH/.test(each))).toHaveLength(3 + 3);
  });
});

test('a row that is the only one with a value is found in a small list, which is read once for many', async () => {
  const types = ['business', 'person', 'company'].map((name, i) => ({ sid: sid('OY', i + 1), machine_name: name }));
  const users = Array.from({ length: 6 }, (_, i) => ({ sid: sid('IT', i + 1), type: types[i % 3]?.machine_name }));
  play({ '/v1/EndUsers': rest('results', users), '/v1/EndUserTypes': rest('end_user_types', types) });
  const { data, errors } = await server.ask('{ trusthub { endUsers { nodes { type endUserType { machineName } } } } }');
  expect(errors).toEqual([]);
  for (const { type, endUserType } of data.trusthub.endUsers.nodes) expect(endUserType.machineName).toBe(type);
  expect(asked()).toEqual(['GET /v1/EndUsers', 'GET /v1/EndUserTypes']);
});

describe('conversations of a service', () => {
  const SERVICE = `/v1/Services/${sid('IS')}`;
  const own = { chat_service_sid: sid('IS'), account_sid: ACCOUNT };
  const inService = { ...own, conversation_sid: sid('CH') };
  const answers: Answers = {
    [SERVICE]: { sid: sid('IS'), friendly_name: 'Sales' },
    [`${SERVICE}/Conversations`]: rest('conversations', [
      { ...own, sid: sid('CH'), state: 'active', friendly_name: 'Hello' },
    ]),
    [`${SERVICE}/Conversations/${sid('CH')}`]: { ...own, sid: sid('CH'), state: 'active', friendly_name: 'Hello' },
    [`${SERVICE}/Conversations/${sid('CH')}/Messages`]: rest('messages', [
      { ...inService, sid: sid('IM'), participant_sid: sid('MB'), body: 'hi' },
    ]),
    [`${SERVICE}/Conversations/${sid('CH')}/Messages/${sid('IM')}`]: { ...inService, sid: sid('IM'), body: 'hi' },
    [`${SERVICE}/Conversations/${sid('CH')}/Participants/${sid('MB')}`]: {
      ...inService,
      sid: sid('MB'),
      identity: 'alice',
      role_sid: sid('RL'),
    },
    [`${SERVICE}/Roles/${sid('RL')}`]: { ...own, sid: sid('RL'), friendly_name: 'agent' },
    [`${SERVICE}/Users/alice`]: { ...own, sid: sid('US'), identity: 'alice' },
  };
  const fragments = `fragment C on Conversation { __typename id sid state service { friendlyName } }
    fragment M on ConversationMessage { __typename id body service { friendlyName } conversation { friendlyName }
      participant { id role { friendlyName } user { id identity } } }`;

  test('have the types of all conversations, and lead on below the service', async () => {
    play(answers);
    const { data, errors } = await server.ask(`${fragments} { conversations { service(sid: "${sid('IS')}") {
      conversations { nodes { ...C messages { nodes { ...M } } } } } } }`);
    expect(errors).toEqual([]);
    const [conversation] = data.conversations.service.conversations.nodes;
    const [message] = conversation.messages.nodes;
    expect(conversation).toMatchObject({
      __typename: 'Conversation',
      state: 'ACTIVE',
      service: { friendlyName: 'Sales' },
    });
    expect(message).toMatchObject({
      __typename: 'ConversationMessage',
      service: { friendlyName: 'Sales' },
      conversation: { friendlyName: 'Hello' },
      participant: { role: { friendlyName: 'agent' }, user: { identity: 'alice' } },
    });
    for (const path of asked()) expect(path).toContain(SERVICE);
    for (const [id, shown] of [
      [conversation.id, { sid: sid('CH') }],
      [message.id, { body: 'hi' }],
      [message.participant.id, { identity: 'alice' }],
    ]) {
      play(answers);
      const again = await server.ask(
        `query ($id: ID!) { node(id: $id) { ... on Conversation { sid } ... on ConversationMessage { body }
          ... on ConversationParticipant { identity } } }`,
        { id },
      );
      expect([again.data?.node, again.errors]).toEqual([shown, []]);
      expect(asked()).toHaveLength(1);
    }
  });

  test('are written under the service, and the payload has the same type', async () => {
    twilio.play(({ method, path: where }) =>
      method === 'POST' ? { ...own, sid: sid('CH'), state: 'closed' } : (answers[where] ?? missing),
    );
    const { data, errors } = await server.ask(`mutation { conversationsServiceConversationUpdate(
      chatServiceSid: "${sid('IS')}", sid: "${sid('CH')}", input: { state: CLOSED }) {
        serviceConversation { __typename state } userErrors { message } } }`);
    expect(errors).toEqual([]);
    expect(data.conversationsServiceConversationUpdate).toEqual({
      serviceConversation: { __typename: 'Conversation', state: 'CLOSED' },
      userErrors: [],
    });
    expect(asked()).toEqual([`POST ${SERVICE}/Conversations/${sid('CH')}`]);
  });
});

test.each(Object.entries(cases))('%s', async (_, { query, answers, data, asks }) => {
  play(answers);
  const answer = await server.ask(query);
  expect(answer.errors).toEqual([]);
  expect(answer.data).toEqual(data);
  expect(asked().slice(1).sort()).toEqual([...asks].sort());
});

test('rows that many rows name are read once each, or as the whole of a small list', async () => {
  const draw = chance(7);
  const services = Array.from({ length: 5 }, (_, i) => ({ sid: sid('MG', i + 1), friendly_name: `${i + 1}` }));
  const messages = Array.from({ length: 20 }, (_, i) => {
    const service = draw.pick(services);
    return message(i + 1, { messaging_service_sid: i < services.length ? services[i]?.sid : service.sid });
  });
  play({
    [path('Messages')]: page('messages', messages),
    '/v1/Services': rest('services', services),
  });
  const { data, errors } = await server.ask('{ messages(first: 20) { nodes { messagingService { sid } } } }');
  expect(errors).toEqual([]);
  const named = data.messages.nodes.map((each: { messagingService: { sid: string } }) => each.messagingService.sid);
  expect(named).toEqual(messages.map((each) => each.messaging_service_sid));
  expect(asked()).toEqual([`GET ${path('Messages')}`, 'GET /v1/Services']);
});
