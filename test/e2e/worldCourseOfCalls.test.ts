/** What the sandbox does by itself with calls and with what handles them: tasks, insights, flows, code, trunks, rooms. */
import { expect, test } from 'vitest';
import { worldInTime } from '../support/worldInTime.ts';

const { pass, query, change, refused, firstNumber, unpooledNumber } = await worldInTime();

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
