/** Relations from one product to another, over HTTP: what they ask Twilio, how often, and what they are without it. */
import { expect, test } from 'vitest';
import { type Answers, relationServer, rest } from '../support/relationServer.ts';
import { call, number, page, path, recording, sid } from '../support/rows.ts';
import { ACCOUNT } from '../support/server.ts';

const { server, play, asked } = await relationServer();

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

test.each(Object.entries(cases))('%s', async (_, { query, answers, data, asks }) => {
  play(answers);
  const answer = await server.ask(query);
  expect(answer.errors).toEqual([]);
  expect(answer.data).toEqual(data);
  expect(asked().slice(1).sort()).toEqual([...asks].sort());
});
