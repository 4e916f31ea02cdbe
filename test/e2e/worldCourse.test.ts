/**
 * What the sandbox's products do by themselves, from outside: each is created, changed and watched through its statuses,
 * while the clock of the sandbox is moved by hand.
 */
import { expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import { createRegistry } from '../../src/model/index.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { routesOfHost } from '../../src/twilio/routes.ts';
import { closedAfterAll } from '../support/hooks.ts';
import { startTestServer } from '../support/server.ts';

let now = Date.parse('2026-11-20T12:00:00Z');
const pass = (seconds: number) => {
  now += seconds * 1000;
};
const registry = createRegistry(entities);
const sandbox = closedAfterAll(
  await startSandbox({ registry, routes: (host) => routesOfHost(registry, host), now: () => now }),
);
const server = closedAfterAll(
  await startTestServer({
    ...{ TWILIO_ACCOUNT_SID: sandbox.accountSid, TWILIO_AUTH_TOKEN: sandbox.authToken },
    ...{ TWILIO_UPSTREAM_URL: sandbox.origin.href, TWILIO_MAX_PAID_FIELDS: '100', TWILIO_TPS_PER_NODE: '1000' },
  }),
);

/** The answer to a query that has no errors. */
const query = async (text: string, variables?: Record<string, unknown>) => {
  const { data, errors } = await server.ask(text, variables);
  expect(errors).toEqual([]);
  return data;
};
const write = async (field: string, selection = '') =>
  (await query(`mutation { it: ${field} { userErrors { code message } ${selection} } }`)).it;
/** What a mutation has made or changed. */
const change = async (field: string, selection: string) => {
  const { userErrors, ...made } = await write(field, selection);
  expect(userErrors).toEqual([]);
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for.
  return Object.values(made)[0] as any;
};
const refused = async (field: string) => (await write(field)).userErrors[0]?.message as string;
const firstNumber = async () =>
  (await query('{ incomingPhoneNumbers(first: 12) { nodes { sid phoneNumber } } }')).incomingPhoneNumbers.nodes;

/** Numbers that no messaging service and no trunk has. */
const unpooledNumber = async () => {
  const { messaging, trunking } = await query(`{
    messaging { services(first: 5) { nodes { phoneNumbers { nodes { sid } } } } }
    trunking { trunks(first: 5) { nodes { phoneNumbers { nodes { sid } } } } } }`);
  const used = JSON.stringify([messaging, trunking]);
  return (await firstNumber()).filter(({ sid }: { sid: string }) => !used.includes(sid));
};

test('a verification is sent again, runs out of checks or expires', async () => {
  const { sid } = await change(
    'verifyServiceCreate(input: { friendlyName: "Shop", codeLength: 6, totpSkew: 2 })',
    'service { sid totp }',
  );
  const start = (to: string) =>
    change(
      `verificationCreate(serviceSid: "${sid}", input: { to: "${to}", channel: "sms" })`,
      'verification { sid status sendCodeAttempts }',
    );
  const check = (to: string, code: string) =>
    `verificationCheckCreate(serviceSid: "${sid}", input: { to: "${to}", code: "${code}" })`;
  const [to, other] = ['+14155550181', '+14155550182'];
  const first = await start(to);
  const second = await start(to);
  expect(second.sid).toBe(first.sid);
  expect(second.sendCodeAttempts).toHaveLength(2);
  for (let i = 0; i < 4; i++)
    expect(await change(check(to, '000000'), 'verificationCheck { status }')).toEqual({ status: 'pending' });
  expect(await change(check(to, '000000'), 'verificationCheck { status }')).toEqual({ status: 'max_attempts_reached' });
  expect(await refused(check(to, '123456'))).toMatch(/not found/);

  await start(other);
  pass(601);
  expect(await refused(check(other, '123456'))).toMatch(/not found/);
  await start(other);
  expect(await change(check(other, '123456'), 'verificationCheck { valid }')).toEqual({ valid: true });
  expect(await refused(check(other, '123456'))).toMatch(/not found/);
  const wrong = `verificationCreate(serviceSid: "${sid}", input: { to: "${to}", channel: "pigeon" })`;
  expect(await refused(wrong)).toMatch(/Channel/);
});

test('a conversation is read from the side of its participants', async () => {
  const { sid } = await change('conversationCreate(input: { uniqueName: "order-8" })', 'conversation { sid }');
  expect(await refused('conversationCreate(input: { uniqueName: "order-8" })')).toMatch(/already exists/);
  const inside = `conversationSid: "${sid}"`;
  await change(
    `conversationParticipantCreate(${inside}, input: { identity: "eve" })`,
    'conversationParticipant { sid }',
  );
  const address = 'messagingBindingAddress: "+14155550183", messagingBindingProxyAddress: "+14155550100"';
  const { messagingBinding } = await change(
    `conversationParticipantCreate(${inside}, input: { ${address} })`,
    'conversationParticipant { messagingBinding }',
  );
  expect(messagingBinding).toMatchObject({ type: 'sms', address: '+14155550183', proxy_address: '+14155550100' });
  for (const body of ['one', 'two', 'three'])
    await change(
      `conversationMessageCreate(${inside}, input: { author: "eve", body: "${body}" })`,
      'conversationMessage { sid }',
    );
  const { conversations } = await query(`{ conversations {
    conversation(sid: "${sid}") { messages { nodes { index body participant { identity } } } }
    byIdentity: participantConversations(first: 5, filter: { identity: "eve" }) { nodes { conversation { uniqueName messages(first: 1) { nodes { body } } } } }
    byAddress: participantConversations(first: 5, filter: { address: "+14155550183" }) { nodes { conversation { uniqueName } } }
    users(first: 50) { nodes { identity userConversations { nodes { uniqueName conversationState } } } }
  } }`);
  const messages = conversations.conversation.messages.nodes;
  expect(messages.map(({ index }: { index: number }) => index)).toEqual([0, 1, 2]);
  expect(messages[0]).toMatchObject({ body: 'one', participant: { identity: 'eve' } });
  expect(conversations.byIdentity.nodes).toMatchObject([{ conversation: { uniqueName: 'order-8' } }]);
  expect(conversations.byAddress.nodes).toEqual([{ conversation: { uniqueName: 'order-8' } }]);
  const user = conversations.users.nodes.find(({ identity }: { identity: string }) => identity === 'eve');
  expect(user.userConversations.nodes).toEqual([{ uniqueName: 'order-8', conversationState: 'ACTIVE' }]);
});

test('a reservation moves its task and its worker, from either side', async () => {
  const workspace = await change(
    'workspaceCreate(input: { friendlyName: "Desk" })',
    'workspace { sid activities { nodes { sid friendlyName } } }',
  );
  const inside = `workspaceSid: "${workspace.sid}"`;
  const activities = workspace.activities.nodes;
  const available = activities.find(({ friendlyName }: { friendlyName: string }) => friendlyName === 'Available')?.sid;
  const busy = await change(
    `taskrouterActivityCreate(${inside}, input: { friendlyName: "Busy", available: false })`,
    'activity { sid }',
  );
  const queue = await change(
    `taskQueueCreate(${inside}, input: { friendlyName: "All", assignmentActivitySid: "${busy.sid}" })`,
    'taskQueue { sid assignmentActivityName }',
  );
  expect(queue.assignmentActivityName).toBe('Busy');
  const make = (friendlyName: string) =>
    change(
      `workerCreate(${inside}, input: { friendlyName: "${friendlyName}" })`,
      'worker { sid available activityName }',
    );
  const [ann, bob] = [await make('ann'), await make('bob')];
  expect(ann).toMatchObject({ available: false, activityName: 'Offline' });
  const task = await change(
    `taskrouterTaskCreate(${inside}, input: { taskQueueSid: "${queue.sid}" })`,
    'task { sid assignmentStatus timeout taskChannelUniqueName }',
  );
  expect(task).toMatchObject({ assignmentStatus: 'PENDING', timeout: 86_400, taskChannelUniqueName: 'default' });
  await change(`taskrouterTaskDelete(${inside}, sid: "${task.sid}")`, 'deletedSid');
  for (const { sid } of [ann, bob])
    await change(`workerUpdate(${inside}, sid: "${sid}", input: { activitySid: "${available}" })`, 'worker { sid }');

  const next = await change(`taskrouterTaskCreate(${inside}, input: { taskQueueSid: "${queue.sid}" })`, 'task { sid }');
  const state = async () => {
    const { taskrouter } = await query(`{ taskrouter {
      task(${inside}, sid: "${next.sid}") { assignmentStatus reservations { nodes { sid reservationStatus worker { sid friendlyName activityName available } } } } } }`);
    return taskrouter.task;
  };
  const [offered] = (await state()).reservations.nodes;
  await change(
    `taskReservationUpdate(${inside}, taskSid: "${next.sid}", sid: "${offered.sid}", input: { reservationStatus: REJECTED })`,
    'taskReservation { reservationStatus }',
  );
  const again = await state();
  const [second] = again.reservations.nodes;
  expect(again.assignmentStatus).toBe('RESERVED');
  expect(second).toMatchObject({ reservationStatus: 'PENDING' });
  expect(second.worker.sid).not.toBe(offered.worker.sid);
  const fromWorker = (status: string) =>
    `workerReservationUpdate(${inside}, workerSid: "${second.worker.sid}", sid: "${second.sid}", input: { reservationStatus: ${status} })`;
  await change(fromWorker('ACCEPTED'), 'workerReservation { reservationStatus }');
  const accepted = await state();
  expect(accepted).toMatchObject({ assignmentStatus: 'ASSIGNED' });
  expect(accepted.reservations.nodes[0]).toMatchObject({
    reservationStatus: 'ACCEPTED',
    worker: { activityName: 'Busy', available: false },
  });
  expect(await refused(fromWorker('ACCEPTED'))).toMatch(/accepted/);
  await change(fromWorker('COMPLETED'), 'workerReservation { reservationStatus }');
  const done = await state();
  expect(done).toMatchObject({ assignmentStatus: 'COMPLETED' });
  expect(done.reservations.nodes[0].worker).toMatchObject({ activityName: 'Available', available: true });
});

test('Sync keeps versions and order, and forgets what has expired', async () => {
  const service = await change('syncServiceCreate(input: { friendlyName: "S" })', 'service { sid }');
  const inside = `serviceSid: "${service.sid}"`;
  const document = await change(
    `syncDocumentCreate(${inside}, input: { uniqueName: "d", ttl: 60 })`,
    'document { sid revision data dateExpires }',
  );
  expect(document).toMatchObject({
    revision: '0',
    data: {},
    dateExpires: new Date(now + 60_000).toISOString().replace('.000', ''),
  });
  const update = (version: string, data: string) =>
    write(
      `syncDocumentUpdate(${inside}, sid: "d", input: { ifMatch: "${version}", data: { a: ${data} } })`,
      'document { revision }',
    );
  expect(await update('0', '1')).toMatchObject({ userErrors: [], document: { revision: '1' } });
  expect((await update('0', '2')).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  expect(await update('1', '3')).toMatchObject({ userErrors: [], document: { revision: '2' } });
  pass(61);
  const { sync } = await query(`{ sync { document(${inside}, sid: "${document.sid}") { sid } } }`);
  expect(sync.document).toBeNull();

  const list = await change(`syncListCreate(${inside}, input: {})`, 'list { sid }');
  for (const i of [1, 2, 3])
    await change(
      `syncListItemCreate(${inside}, listSid: "${list.sid}", input: { data: { i: ${i} } })`,
      'listItem { index }',
    );
  const ordered = await query(`{ sync { up: listItems(${inside}, listSid: "${list.sid}") { nodes { index createdBy } }
    down: listItems(${inside}, listSid: "${list.sid}", filter: { order: DESC }) { nodes { index } } } }`);
  expect(ordered.sync.up.nodes).toEqual([0, 1, 2].map((index) => ({ index, createdBy: 'system' })));
  expect(ordered.sync.down.nodes).toEqual([2, 1, 0].map((index) => ({ index })));
});

test('a messaging service sends from its pool, once its brand and campaign are registered', async () => {
  const service = await change(
    'messagingServiceCreate(input: { friendlyName: "News" })',
    'service { sid stickySender validityPeriod usAppToPersonRegistered }',
  );
  expect(service).toMatchObject({ stickySender: true, validityPeriod: 36_000, usAppToPersonRegistered: false });
  const inside = `serviceSid: "${service.sid}"`;
  const send = `messageCreate(input: { to: "+14155550184", messagingServiceSid: "${service.sid}", body: "Hi" })`;
  expect(await refused(send)).toMatch(/does not have a phone number/);
  const number = (await unpooledNumber())[0];
  const add = `messagingServicePhoneNumberCreate(${inside}, input: { phoneNumberSid: "${number.sid}" })`;
  expect(await change(add, 'phoneNumber { sid phoneNumber incomingPhoneNumber { phoneNumber } }')).toMatchObject({
    ...{ sid: number.sid, phoneNumber: number.phoneNumber, incomingPhoneNumber: { phoneNumber: number.phoneNumber } },
  });
  expect(await refused(add)).toMatch(/already/);
  const message = await change(send, 'message { sid from status }');
  expect(message).toMatchObject({ from: null, status: 'ACCEPTED' });
  pass(4);
  const { message: sent } = await query(
    `{ message(sid: "${message.sid}") { from status messagingService { friendlyName } } }`,
  );
  expect(sent).toEqual({ from: number.phoneNumber, status: 'DELIVERED', messagingService: { friendlyName: 'News' } });

  const bundles = `customerProfileBundleSid: "BU${'a'.repeat(32)}", a2PProfileBundleSid: "BU${'b'.repeat(32)}"`;
  const brand = await change(
    `messagingBrandRegistrationCreate(dryRun: false, input: { ${bundles} })`,
    'brandRegistration { sid status tcrId }',
  );
  expect(brand).toMatchObject({ status: 'PENDING', tcrId: null });
  const campaign = await change(
    `messagingA2pCampaignCreate(${inside}, dryRun: false, input: { brandRegistrationSid: "${brand.sid}", usAppToPersonUsecase: "MIXED",
      description: "d", messageFlow: "m", messageSamples: ["s"], hasEmbeddedLinks: false, hasEmbeddedPhone: false })`,
    'a2pCampaign { sid campaignStatus campaignId messageSamples }',
  );
  expect(campaign).toMatchObject({ campaignStatus: 'PENDING', campaignId: null, messageSamples: ['s'] });
  pass(6);
  const { messaging } = await query(`{ messaging { service(sid: "${service.sid}") { usAppToPersonRegistered
    a2pCampaigns { nodes { campaignStatus campaignId brandRegistration { status tcrId identityStatus } } } } } }`);
  expect(messaging.service).toEqual({
    usAppToPersonRegistered: true,
    a2pCampaigns: {
      nodes: [
        {
          ...{ campaignStatus: 'VERIFIED', campaignId: expect.stringMatching(/^C/) },
          brandRegistration: { status: 'APPROVED', tcrId: expect.stringMatching(/^B/), identityStatus: 'VERIFIED' },
        },
      ],
    },
  });
});

test('a new call has insights when it has ended, and an annotation that can be written', async () => {
  const from = (await firstNumber())[0].phoneNumber;
  const call = await change(
    `callCreate(input: { to: "+14155550185", from: "${from}", twiml: "<Response/>" })`,
    'call { sid }',
  );
  const read = async () =>
    (
      await query(`{ call(sid: "${call.sid}") { duration summary { processingState callState duration } annotation { callScore spam comment }
      events: insightsEvents { nodes { name group level } } metrics { nodes { edge direction } } } }`)
    ).call;
  expect(await read()).toMatchObject({ summary: { processingState: 'PARTIAL' }, metrics: { nodes: [] } });
  pass(30);
  const ended = await read();
  expect(ended.summary).toEqual({ processingState: 'COMPLETE', callState: 'COMPLETED', duration: ended.duration });
  expect(ended.events.nodes.map(({ name }: { name: string }) => name)).toEqual([
    'initiated',
    'ringing',
    'answered',
    'completed',
  ]);
  expect(ended.metrics.nodes.length).toBeGreaterThan(0);
  expect(ended.annotation).toEqual({ callScore: null, spam: false, comment: null });
  await change(
    `insightsCallAnnotationUpdate(callSid: "${call.sid}", input: { callScore: 2, comment: "noisy", qualityIssues: "static,echo" })`,
    'annotation { callScore qualityIssues }',
  );
  expect((await read()).annotation).toEqual({ callScore: 2, spam: false, comment: 'noisy' });
});

test('a template is submitted, and approved after a while', async () => {
  const template = await change(
    'contentTemplateCreate(input: { friendlyName: "hello", language: "en", types: { twilio_text: { body: "Hello" } } })',
    'template { sid variables approval { whatsapp } }',
  );
  expect(template).toMatchObject({ variables: {}, approval: { whatsapp: { status: 'unsubmitted' } } });
  const request = await change(
    `contentApprovalRequestCreate(contentSid: "${template.sid}", dryRun: false, input: { name: "hello", category: "UTILITY" })`,
    'approvalRequest { name status contentType }',
  );
  expect(request).toMatchObject({ name: 'hello', status: 'received' });
  pass(5);
  const { content, contentV2 } = await query(`{ content { template(sid: "${template.sid}") { approval { whatsapp } } }
    contentV2 { templatesAndApprovals(first: 20) { nodes { friendlyName approvalRequests } } templates(first: 20) { nodes { friendlyName } } } }`);
  expect(content.template.approval.whatsapp).toMatchObject({ name: 'hello', status: 'approved' });
  expect(contentV2.templatesAndApprovals.nodes).toContainEqual({
    ...{ friendlyName: 'hello', approvalRequests: expect.objectContaining({ status: 'approved' }) },
  });
  expect(contentV2.templates.nodes).toContainEqual({ friendlyName: 'hello' });
});

test('an execution goes through its flow and ends; the flow keeps its revisions', async () => {
  const definition =
    '{ initial_state: "Trigger", states: [{ name: "Trigger", transitions: [{ event: "incomingCall", next: "ask" }] }, { name: "ask", transitions: [] }] }';
  const flow = await change(
    `studioFlowCreate(input: { friendlyName: "F", status: PUBLISHED, definition: ${definition} })`,
    'flow { sid revision valid webhookUrl }',
  );
  expect(flow).toMatchObject({ revision: 1, valid: true });
  expect(
    await refused('studioFlowCreate(input: { friendlyName: "F", status: DRAFT, definition: { states: [] } })'),
  ).toMatch(/invalid/);
  await change(
    `studioFlowUpdate(sid: "${flow.sid}", input: { status: PUBLISHED, commitMessage: "second" })`,
    'flow { revision }',
  );
  const execution = await change(
    `executionCreate(flowSid: "${flow.sid}", input: { to: "+14155550186", from: "+14155550100", parameters: { order: 9 } })`,
    'execution { sid status }',
  );
  expect(execution.status).toBe('ACTIVE');
  pass(5);
  const { studio } =
    await query(`{ studio { flow(sid: "${flow.sid}") { revision flowRevisions { nodes { revision commitMessage } }
    executions { nodes { status executionContext { context } steps { nodes { transitionedFrom transitionedTo } } } } } } }`);
  expect(studio.flow.revision).toBe(2);
  expect(studio.flow.flowRevisions.nodes).toEqual([
    { revision: 2, commitMessage: 'second' },
    { revision: 1, commitMessage: null },
  ]);
  const [run] = studio.flow.executions.nodes;
  expect(run.status).toBe('ENDED');
  expect(run.executionContext.context).toMatchObject({ trigger: { request: { parameters: { order: 9 } } } });
  expect(run.steps.nodes.toReversed()).toEqual([
    { transitionedFrom: 'Trigger', transitionedTo: 'ask' },
    { transitionedFrom: 'ask', transitionedTo: 'Ended' },
  ]);
});

test('code is built, deployed, and found in its environment', async () => {
  const service = await change(
    'serverlessServiceCreate(input: { uniqueName: "code", friendlyName: "Code" })',
    'service { sid domainBase }',
  );
  const inside = `serviceSid: "${service.sid}"`;
  const environment = await change(
    `serverlessEnvironmentCreate(${inside}, input: { uniqueName: "staging", domainSuffix: "stage" })`,
    'environment { sid domainName }',
  );
  expect(environment.domainName).toBe(`${service.domainBase}-stage.twil.io`);
  const fn = await change(
    `serverlessFunctionCreate(${inside}, input: { friendlyName: "hello" })`,
    'function { sid functionVersions { nodes { sid path visibility } } }',
  );
  const [version] = fn.functionVersions.nodes;
  expect(version).toMatchObject({ path: '/hello', visibility: 'PUBLIC' });
  const build = await change(
    `serverlessBuildCreate(${inside}, input: { functionVersions: ["${version?.sid}"] })`,
    'build { sid status functionVersions }',
  );
  expect(build).toMatchObject({ status: 'BUILDING', functionVersions: [{ path: '/hello', function_sid: fn.sid }] });
  const deploy = `serverlessDeploymentCreate(${inside}, environmentSid: "${environment.sid}", dryRun: false, input: { buildSid: "${build.sid}" })`;
  expect(await refused(deploy)).toMatch(/building/);
  pass(4);
  await change(deploy, 'deployment { sid }');
  await change(
    `serverlessVariableCreate(${inside}, environmentSid: "${environment.sid}", input: { key: "K", value: "V" })`,
    'variable { key }',
  );
  const { serverless } =
    await query(`{ serverless { service(sid: "${service.sid}") { builds { nodes { status buildStatus { status } } }
    environments { nodes { build { sid status } variables { nodes { key } } deployments { nodes { build { sid } } } } } } } }`);
  expect(serverless.service).toMatchObject({
    builds: { nodes: [{ status: 'COMPLETED', buildStatus: { status: 'COMPLETED' } }] },
    environments: {
      nodes: [
        {
          build: { sid: build.sid },
          variables: { nodes: [{ key: 'K' }] },
          deployments: { nodes: [{ build: { sid: build.sid } }] },
        },
      ],
    },
  });
});

test('a trunk takes a number, a credential list and an address, and tells how it authenticates', async () => {
  const trunk = await change(
    'sipTrunkCreate(input: { friendlyName: "T" })',
    'trunk { sid recording transferMode authTypeSet }',
  );
  expect(trunk).toMatchObject({ recording: { mode: 'do-not-record' }, transferMode: 'DISABLE_ALL', authTypeSet: [] });
  const inside = `trunkSid: "${trunk.sid}"`;
  const number = (await unpooledNumber())[1];
  const { sipCredentialLists } = await query('{ sipCredentialLists(first: 1) { nodes { sid friendlyName } } }');
  const [list] = sipCredentialLists.nodes;
  await change(
    `sipTrunkOriginationUrlCreate(${inside}, input: { weight: 1, priority: 2, enabled: true, friendlyName: "o", sipUrl: "sip:a@example.com" })`,
    'originationUrl { sid }',
  );
  await change(
    `sipTrunkCredentialListCreate(${inside}, input: { credentialListSid: "${list.sid}" })`,
    'credentialList { sid }',
  );
  await change(
    `sipTrunkPhoneNumberCreate(${inside}, input: { phoneNumberSid: "${number.sid}" })`,
    'phoneNumber { sid }',
  );
  await change(
    `sipTrunkRecordingSettingsUpdate(${inside}, input: { mode: RECORD_FROM_ANSWER })`,
    'recordingSettings { mode }',
  );
  const { trunking, incomingPhoneNumber } = await query(`{ trunking { trunk(sid: "${trunk.sid}") { authTypeSet recording
    phoneNumbers { nodes { phoneNumber } } credentialLists { nodes { friendlyName } } originationUrls { nodes { sipUrl priority } } } }
    incomingPhoneNumber(sid: "${number.sid}") { trunk { friendlyName } } }`);
  expect(trunking.trunk).toEqual({
    ...{ authTypeSet: ['CREDENTIAL_LIST'], recording: { mode: 'record-from-answer', trim: 'do-not-trim' } },
    phoneNumbers: { nodes: [{ phoneNumber: number.phoneNumber }] },
    credentialLists: { nodes: [{ friendlyName: list.friendlyName }] },
    originationUrls: { nodes: [{ sipUrl: 'sip:a@example.com', priority: 2 }] },
  });
  expect(incomingPhoneNumber.trunk).toEqual({ friendlyName: 'T' });
  await change(`sipTrunkPhoneNumberDelete(${inside}, sid: "${number.sid}")`, 'deletedSid');
  const after = await query(`{ incomingPhoneNumber(sid: "${number.sid}") { trunk { friendlyName } } }`);
  expect(after.incomingPhoneNumber.trunk).toBeNull();
});

test('a room fills, is recorded and ends; a composition is made of it', async () => {
  const room = await change(
    'videoRoomCreate(input: { uniqueName: "fit", recordParticipantsOnConnect: true })',
    'room { sid status type maxParticipants }',
  );
  expect(room).toMatchObject({ status: 'IN_PROGRESS', type: 'GROUP', maxParticipants: 50 });
  expect(await refused('videoRoomCreate(input: { uniqueName: "fit" })')).toMatch(/exists/);
  const composition = await change(
    `videoCompositionCreate(dryRun: false, input: { roomSid: "${room.sid}", audioSources: ["*"] })`,
    'composition { sid status format }',
  );
  expect(composition).toMatchObject({ status: 'ENQUEUED', format: 'WEBM' });
  pass(60);
  const read = async () =>
    (
      await query(`{ video { room(sid: "fit") { status duration participants { nodes { identity status publishedTracks { nodes { kind } } } }
      recordings { nodes { status type duration participant { identity } } } } } }`)
    ).video.room;
  const full = await read();
  expect(full.participants.nodes.map(({ identity }: { identity: string }) => identity).sort()).toEqual(['ada', 'ben']);
  expect(full.participants.nodes[0]).toMatchObject({ status: 'CONNECTED', publishedTracks: { nodes: [{}, {}] } });
  expect(full.recordings.nodes).toHaveLength(4);
  await change(`videoRoomUpdate(sid: "${room.sid}", input: { status: COMPLETED })`, 'room { status }');
  pass(10);
  const { video } =
    await query(`{ video { composition(sid: "${composition.sid}") { status duration size dateCompleted room { status duration endTime } }
    room(sid: "${room.sid}") { recordings { nodes { status duration } } }
    recordings(first: 10, filter: { status: { eq: COMPLETED } }) { nodes { room { sid } } } } }`);
  expect(video.composition).toMatchObject({
    status: 'COMPLETED',
    duration: 60,
    room: { status: 'COMPLETED', duration: 60 },
  });
  expect(video.room.recordings.nodes[0]).toMatchObject({ status: 'COMPLETED' });
  expect(video.recordings.nodes).toContainEqual({ room: { sid: room.sid } });
});

test('what waits in a queue goes through its states', async () => {
  const { sid } = await change(
    'eventSinkCreate(input: { description: "s", sinkConfiguration: { a: 1 }, sinkType: WEBHOOK })',
    'sink { sid }',
  );
  const read = async () => (await query(`{ events { sink(sid: "${sid}") { status } } }`)).events.sink.status;
  expect(await read()).toBe('INITIALIZED');
  pass(3);
  expect(await read()).toBe('VALIDATING');
  pass(3);
  expect(await read()).toBe('ACTIVE');
});
