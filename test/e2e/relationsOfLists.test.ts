/** Relations to rows that a list names or has, over HTTP: a small list is read once for many. */
import { describe, expect, test } from 'vitest';
import { chance } from '../support/chance.ts';
import { type Answers, missing, relationServer, rest } from '../support/relationServer.ts';
import { message, page, path, sid } from '../support/rows.ts';
import { ACCOUNT } from '../support/server.ts';

const { twilio, server, play, asked } = await relationServer();
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
