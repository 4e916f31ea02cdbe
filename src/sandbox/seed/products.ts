/** The seed's products beyond the core API: a small shop that verifies, chats, routes, syncs and records. */
import { ACCOUNT, type Add, adder, plus, type SeedBuilder } from './builder.ts';
import { addCode, addFlows, addTrunk, addVideo } from './developer.ts';
import { AGENTS, CUSTOMERS, NUMBERS } from './people.ts';

const [CUSTOMER] = CUSTOMERS;
const [SHOP] = NUMBERS;

/** `numbers`: the account's own, by their digits. */
const addMessaging = (seed: SeedBuilder, add: Add, numbers: ReadonlyMap<unknown, unknown>): void => {
  const service = add('MessagingService', 'MG', [], 120, {
    ...{ friendlyName: 'Notifications', stickySender: true, smartEncoding: true, validityPeriod: 14_400 },
    ...{ usecase: 'notifications', usAppToPersonRegistered: true },
  });
  const dateCreated = seed.daysAgo(119);
  for (const { number } of NUMBERS.slice(0, 2))
    seed.add('MessagingServicePhoneNumber', [service], {
      ...{ accountSid: ACCOUNT, sid: numbers.get(number), dateCreated, dateUpdated: dateCreated },
      ...{ serviceSid: service, phoneNumber: number, countryCode: 'US', capabilities: ['SMS', 'MMS'] },
    });
  const brand = add('MessagingBrandRegistration', 'BN', [], 118, {
    ...{ brandType: 'STANDARD', status: 'APPROVED', tcrId: 'BSANDBX', brandScore: 72, identityStatus: 'VERIFIED' },
    ...{ brandFeedback: [], errors: [] },
  });
  add('MessagingA2pCampaign', 'QE', [service], 117, {
    ...{ messagingServiceSid: service, brandRegistrationSid: brand, campaignStatus: 'VERIFIED', campaignId: 'CSANDBX' },
    ...{ description: 'Order updates', messageSamples: ['Your bike is ready.'], usAppToPersonUsecase: 'MIXED' },
    ...{ hasEmbeddedLinks: false, hasEmbeddedPhone: false },
  });
};

const addVerify = (add: Add): void => {
  const service = add('VerifyService', 'VA', [], 90, { friendlyName: 'Sign-in', codeLength: 6, push: {}, totp: {} });
  add('Verification', 'VE', [service], 3, {
    ...{ serviceSid: service, to: CUSTOMER.number, channel: 'sms', status: 'approved', valid: true },
    sendCodeAttempts: [{ attempt_sid: null, channel: 'SMS', time: '2026-11-01T10:00:00Z' }],
  });
};

const addConversations = (seed: SeedBuilder, add: Add): void => {
  const service = add('ConversationsService', 'IS', [], 100, { friendlyName: 'Default Conversations Service' });
  const conversation = add('Conversation', 'CH', [], 2, {
    ...{ chatServiceSid: service, friendlyName: 'Repair of a bike', uniqueName: 'repair-1042', state: 'active' },
    ...{ attributes: '{"order":1042}', timers: {} },
  });
  const of = { conversationSid: conversation, chatServiceSid: service };
  const agent = add('ConversationParticipant', 'MB', [conversation], 2, { ...of, identity: 'agent', attributes: '{}' });
  const customer = add('ConversationParticipant', 'MB', [conversation], 2, {
    ...{ ...of, attributes: '{}', lastReadMessageIndex: 1 },
    messagingBinding: { type: 'sms', address: CUSTOMER.number, proxy_address: SHOP.number },
  });
  const said: readonly (readonly [string, string, string])[] = [
    [CUSTOMER.number, customer, 'Is my bike ready?'],
    ['agent', agent, 'It is. You can collect it until six.'],
  ];
  for (const [index, [author, participantSid, body]] of said.entries()) {
    const begun = plus(seed.daysAgo(1), index * 60);
    seed.add('ConversationMessage', [conversation], {
      ...{ ...of, accountSid: ACCOUNT, sid: seed.sid('IM'), index, author, participantSid, body, attributes: '{}' },
      ...{ dateCreated: begun, dateUpdated: begun },
    });
  }
};

const addTaskRouter = (add: Add): void => {
  const workspace = add('Workspace', 'WS', [], 80, { friendlyName: 'Service desk', prioritizeQueueOrder: 'FIFO' });
  const inside = [workspace];
  const of = { workspaceSid: workspace };
  const activity = (friendlyName: string, available: boolean) =>
    add('TaskrouterActivity', 'WA', inside, 80, { ...of, friendlyName, available });
  activity('Offline', false);
  const onTask = activity('On a task', false);
  const available = activity('Available', true);
  const channel = add('TaskChannel', 'TC', inside, 80, { ...of, friendlyName: 'Default', uniqueName: 'default' });
  const queue = add('TaskQueue', 'WQ', inside, 80, {
    ...{ ...of, friendlyName: 'Everyone', targetWorkers: '1==1', taskOrder: 'FIFO', maxReservedWorkers: 1 },
    ...{ assignmentActivitySid: onTask, reservationActivitySid: available },
  });
  const workflow = add('Workflow', 'WW', inside, 79, {
    ...{ ...of, friendlyName: 'To everyone', taskReservationTimeout: 120, documentContentType: 'application/json' },
    configuration: JSON.stringify({ task_routing: { default_filter: { queue } } }),
  });
  const [worker = ''] = AGENTS.slice(0, 2).map((_, i) =>
    add('Worker', 'WK', inside, 78, {
      ...{ ...of, friendlyName: `agent-${i + 1}`, attributes: '{"languages":["en"]}' },
      ...{ activitySid: available, activityName: 'Available', available: true },
    }),
  );
  const task = add('TaskrouterTask', 'WT', inside, 1, {
    ...{ ...of, assignmentStatus: 'completed', attributes: '{"order":1042}', priority: 0, age: 120, timeout: 86_400 },
    ...{ workflowSid: workflow, workflowFriendlyName: 'To everyone' },
    ...{ taskQueueSid: queue, taskQueueFriendlyName: 'Everyone' },
    ...{ taskChannelSid: channel, taskChannelUniqueName: 'default' },
  });
  const reservation = {
    ...of,
    taskSid: task,
    workerSid: worker,
    workerName: 'agent-1',
    reservationStatus: 'completed',
  };
  const sid = add('TaskReservation', 'WR', [workspace, task], 1, reservation);
  add('WorkerReservation', 'WR', [workspace, worker], 1, { ...reservation, sid });
};

const addSync = (seed: SeedBuilder, add: Add): void => {
  const service = add('SyncService', 'IS', [], 60, { friendlyName: 'Stock', uniqueName: 'default' });
  const of = { serviceSid: service, createdBy: 'system', revision: '0' };
  add('SyncDocument', 'ET', [service], 59, { ...of, uniqueName: 'opening-hours', data: { monday: '9-18' } });
  const list = add('SyncList', 'ES', [service], 59, { ...of, uniqueName: 'deliveries' });
  const map = add('SyncMap', 'MP', [service], 59, { ...of, uniqueName: 'stock' });
  const item = { ...of, accountSid: ACCOUNT, dateCreated: seed.daysAgo(58) };
  seed.add('SyncListItem', [service, list], { ...item, listSid: list, index: 0, data: { carrier: 'bicycle' } });
  seed.add('SyncMapItem', [service, map], { ...item, mapSid: map, key: 'inner-tubes', data: { pieces: 24 } });
};

/** What somebody wrote about the calls; the measurements of Insights follow from the calls themselves. */
const addAnnotations = (seed: SeedBuilder, calls: SeedBuilder): void => {
  const ended = calls.rowsOf('Call').filter(({ values }) => values.status === 'completed');
  for (const { values } of ended) {
    const call = { accountSid: ACCOUNT, callSid: values.sid, dateCreated: values.dateCreated };
    seed.add('InsightsCallAnnotation', [String(values.sid)], { ...call, callScore: 5, spam: false });
  }
};

export const addProducts = (seed: SeedBuilder, traffic: SeedBuilder): void => {
  const add = adder(seed);
  const own = traffic.rowsOf('IncomingPhoneNumber').map(({ values }) => [values.phoneNumber, values.sid] as const);
  addMessaging(seed, add, new Map(own));
  addVerify(add);
  addConversations(seed, add);
  addTaskRouter(add);
  addSync(seed, add);
  addFlows(add);
  addCode(seed, add);
  addTrunk(add, traffic);
  addVideo(seed, add);
  addAnnotations(seed, traffic);
};
