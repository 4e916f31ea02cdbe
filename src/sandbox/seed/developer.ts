/** The seed's flows, templates, code, trunk and video room: what a developer of the small shop has set up. */
import { hex } from '../sids.ts';
import { ACCOUNT, type Add, plus, type SeedBuilder } from './builder.ts';
import { CUSTOMERS, NUMBERS } from './people.ts';

const [CUSTOMER] = CUSTOMERS;

const widget = (name: string, type: string, next: string | undefined, properties: object = {}) => ({
  ...{ name, type, properties },
  transitions: next ? [{ event: 'next', next }] : [],
});
const DEFINITION = {
  description: 'Tells the opening hours',
  initial_state: 'Trigger',
  flags: { allow_concurrent_calls: true },
  states: [
    widget('Trigger', 'trigger', 'say_hours'),
    widget('say_hours', 'say-play', undefined, { say: 'We are open from nine to six.' }),
  ],
};

/** A flow that somebody went through, and a template that WhatsApp has approved. */
export const addFlows = (add: Add): void => {
  const settings = {
    ...{ friendlyName: 'Opening hours', status: 'published', valid: true, errors: [], warnings: [] },
    ...{ definition: DEFINITION },
  };
  const flow = add('StudioFlow', 'FW', [], 70, { ...settings, revision: 3 });
  for (const revision of [1, 2, 3])
    add('StudioFlowRevision', 'FW', [flow], 73 - revision, { ...settings, sid: flow, revision });
  const execution = add('Execution', 'FN', [flow], 4, {
    ...{ flowSid: flow, contactChannelAddress: CUSTOMER.number, status: 'ended', context: {}, flowVersion: 3 },
  });
  const steps = ['Trigger', 'say_hours', 'Ended'];
  for (const [i, transitionedTo] of steps.entries())
    add('ExecutionStep', 'FT', [flow, execution], 4, {
      ...{ flowSid: flow, executionSid: execution, name: i === 0 ? 'incomingMessage' : 'next', context: {} },
      ...{ transitionedFrom: steps[i - 1] ?? null, transitionedTo },
    });
  const template = add('ContentTemplate', 'HX', [], 50, {
    ...{ friendlyName: 'bike_ready', language: 'en', variables: { 1: 'name' } },
    types: { 'twilio/text': { body: 'Hello {{1}}, your bike is ready.' } },
  });
  add('ContentApprovalRequest', 'HX', [template], 49, {
    ...{ name: 'bike_ready', category: 'UTILITY', contentType: 'twilio/text', status: 'approved' },
    ...{ rejectionReason: '', allowCategoryChange: true },
  });
};

/** A function that is deployed to production, with what it logged. */
export const addCode = (seed: SeedBuilder, add: Add): void => {
  const service = add('ServerlessService', 'ZS', [], 40, {
    ...{ friendlyName: 'Webhooks', uniqueName: 'webhooks', domainBase: 'webhooks-1042', uiEditable: true },
  });
  const of = { serviceSid: service };
  const fn = add('ServerlessFunction', 'ZH', [service], 40, { ...of, friendlyName: '/incoming' });
  const version = add('ServerlessFunctionVersion', 'ZN', [service, fn], 40, {
    ...{ ...of, functionSid: fn, path: '/incoming', visibility: 'protected' },
  });
  const build = add('ServerlessBuild', 'ZB', [service], 39, {
    ...{ ...of, status: 'completed', runtime: 'node22', assetVersions: [] },
    functionVersions: [{ sid: version, function_sid: fn, path: '/incoming', visibility: 'protected' }],
    dependencies: [{ name: 'twilio', version: '5.0.3' }],
  });
  const environment = add('ServerlessEnvironment', 'ZE', [service], 40, {
    ...{ ...of, uniqueName: 'production', domainName: 'webhooks-1042.twil.io', buildSid: build },
  });
  const inside = { ...of, environmentSid: environment };
  const deployment = add('ServerlessDeployment', 'ZD', [service, environment], 38, { ...inside, buildSid: build });
  add('ServerlessVariable', 'ZV', [service, environment], 40, { ...inside, key: 'SHOP', value: 'main-street' });
  for (const [i, message] of ['Incoming message', 'Answered with the opening hours'].entries())
    seed.add('ServerlessLog', [service, environment], {
      ...{ ...inside, accountSid: ACCOUNT, sid: seed.sid('NO'), buildSid: build, deploymentSid: deployment },
      ...{ functionSid: fn, requestSid: `RQ${hex(message)}`, level: 'INFO', message },
      dateCreated: seed.today(30 - i),
    });
};

/** A trunk that calls the shop floor, for which one number and one credential list are used. */
export const addTrunk = (add: Add, numbers: SeedBuilder): void => {
  const trunk = add('SipTrunk', 'TK', [], 30, {
    ...{ friendlyName: 'Shop floor', domainName: 'shop-floor.pstn.twilio.com', secure: true },
    ...{ transferMode: 'disable-all', transferCallerId: 'from-transferee' },
  });
  add('SipTrunkOriginationUrl', 'OU', [trunk], 30, {
    ...{ trunkSid: trunk, friendlyName: 'Till', sipUrl: 'sip:till@shop-floor.example.com' },
    ...{ weight: 10, priority: 10, enabled: true },
  });
  const last = numbers.rowsOf('IncomingPhoneNumber').find(({ values }) => values.phoneNumber === NUMBERS[3]?.number);
  if (last) add('SipTrunkPhoneNumber', 'PN', [trunk], 29, { ...last.values, trunkSid: trunk });
};

/** A room in which two people met, with its recordings and the composition of them. */
export const addVideo = (seed: SeedBuilder, add: Add): void => {
  const begun = seed.daysAgo(6);
  const [seconds, ended] = [840, plus(begun, 840)];
  const times = { dateCreated: begun, dateUpdated: ended };
  const room = add('VideoRoom', 'RM', [], 6, {
    ...{ ...times, uniqueName: 'fitting-1042', type: 'group', status: 'completed', duration: seconds, endTime: ended },
    ...{ maxParticipants: 50, recordParticipantsOnConnect: true, mediaRegion: 'us1', videoCodecs: ['VP8', 'H264'] },
  });
  for (const identity of ['ada', 'ben']) {
    const participant = add('VideoParticipant', 'PA', [room], 6, {
      ...{ ...times, roomSid: room, identity, status: 'disconnected', startTime: begun, endTime: ended },
      duration: seconds,
    });
    const name = `${identity}-audio`;
    const track = add('VideoPublishedTrack', 'MT', [room, participant], 6, {
      ...{ ...times, participantSid: participant, roomSid: room, name, kind: 'audio', enabled: true },
    });
    add('VideoRoomRecording', 'RT', [room], 6, {
      ...{ ...times, roomSid: room, status: 'completed', type: 'audio', codec: 'OPUS', containerFormat: 'mka' },
      ...{ trackName: name, sourceSid: track, duration: seconds, size: 1_612_040 },
      groupingSids: { room_sid: room, participant_sid: participant },
    });
  }
  add('VideoComposition', 'CJ', [], 6, {
    ...{ roomSid: room, status: 'completed', resolution: '640x480', format: 'mp4', size: 4_815_162, duration: seconds },
    ...{ audioSources: ['*'], audioSourcesExcluded: [], videoLayout: {}, bitrate: 0, trim: true },
    ...{ dateCreated: ended, dateUpdated: ended, dateCompleted: plus(ended, 120) },
  });
};
