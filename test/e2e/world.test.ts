/** The sandbox's world beyond the core API, from outside: what a user of each product does first works, in its order. */
import { describe, expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import type { Entity, Value } from '../../src/model/index.ts';
import { ancestors, keyField, mutationName, plural, productName, productOf, singular } from '../../src/model/index.ts';
import { chance } from '../support/chance.ts';
import { closedAfterAll } from '../support/hooks.ts';
import { startTestServer } from '../support/server.ts';

const server = closedAfterAll(await startTestServer({ TWILIO_MAX_PAID_FIELDS: '100' }));
/** The answer to a query that has no errors. */
const query = async (text: string, variables?: Record<string, unknown>) => {
  const { data, errors } = await server.ask(text, variables);
  expect(errors).toEqual([]);
  return data;
};
/** What a mutation of one field has made or changed. */
const change = async (field: string, selection: string) => {
  const data = await query(`mutation { it: ${field} { userErrors { code message field } ${selection} } }`);
  expect(data.it.userErrors).toEqual([]);
  return data.it;
};

test('a verification is started, checked with a wrong code, and with the right one', async () => {
  const { verify } = await query('{ verify { services(first: 1) { nodes { sid } } } }');
  const service = `serviceSid: "${verify.services.nodes[0].sid}"`;
  const to = '+14155550177';
  const { verification } = await change(
    `verificationCreate(${service}, input: { to: "${to}", channel: "sms" })`,
    'verification { sid status valid service { friendlyName } }',
  );
  expect(verification).toMatchObject({ status: 'pending', valid: false, service: { friendlyName: 'Sign-in' } });
  const check = (code: string) =>
    change(
      `verificationCheckCreate(${service}, input: { to: "${to}", code: "${code}" })`,
      'verificationCheck { sid status valid verification { status } }',
    );
  const wrong = await check('000000');
  expect(wrong.verificationCheck).toMatchObject({ sid: verification.sid, status: 'pending', valid: false });
  const right = await check('123456');
  expect(right.verificationCheck).toMatchObject({
    status: 'approved',
    valid: true,
    verification: { status: 'approved' },
  });
});

test('a conversation gets participants and messages', async () => {
  const { conversation } = await change(
    'conversationCreate(input: { friendlyName: "Order 7" })',
    'conversation { sid state }',
  );
  expect(conversation.state).toBe('ACTIVE');
  const inside = `conversationSid: "${conversation.sid}"`;
  await change(
    `conversationParticipantCreate(${inside}, input: { identity: "ada" })`,
    'conversationParticipant { sid }',
  );
  await change(
    `conversationParticipantCreate(${inside}, input: { messagingBindingAddress: "+14155550178", messagingBindingProxyAddress: "+14155550100" })`,
    'conversationParticipant { sid }',
  );
  for (const body of ['Hello', 'Is it ready?'])
    await change(
      `conversationMessageCreate(${inside}, input: { author: "ada", body: "${body}" })`,
      'conversationMessage { index }',
    );
  const { conversations } = await query(`{ conversations { conversation(sid: "${conversation.sid}") {
    participants { nodes { identity conversation { friendlyName } } } messages { nodes { index author body } } } } }`);
  const [first, second] = conversations.conversation.participants.nodes;
  expect([first.identity, second.identity].sort()).toEqual([null, 'ada'].sort());
  expect(first.conversation).toEqual({ friendlyName: 'Order 7' });
  const said = conversations.conversation.messages.nodes.map(({ index, body }: { index: number; body: string }) => [
    index,
    body,
  ]);
  expect(said.sort()).toEqual([
    [0, 'Hello'],
    [1, 'Is it ready?'],
  ]);
});

test('a task is created, reserved and accepted', async () => {
  const { taskrouter } = await query(
    '{ taskrouter { workspaces(first: 1) { nodes { sid workflows { nodes { sid } } workers { nodes { activity { friendlyName available } } } } } } }',
  );
  const [workspace] = taskrouter.workspaces.nodes;
  expect(workspace.workers.nodes[0].activity).toEqual({ friendlyName: 'Available', available: true });
  const inside = `workspaceSid: "${workspace.sid}"`;
  const { task } = await change(
    `taskrouterTaskCreate(${inside}, input: { workflowSid: "${workspace.workflows.nodes[0].sid}", attributes: "{\\"order\\":7}" })`,
    'task { sid assignmentStatus reservations { nodes { sid reservationStatus worker { friendlyName } } } }',
  );
  expect(task.assignmentStatus).toBe('RESERVED');
  const [reservation] = task.reservations.nodes;
  expect(reservation).toMatchObject({
    reservationStatus: 'PENDING',
    worker: { friendlyName: expect.stringMatching(/^agent-\d$/) },
  });
  const { taskReservation: accepted } = await change(
    `taskReservationUpdate(${inside}, taskSid: "${task.sid}", sid: "${reservation.sid}", input: { reservationStatus: ACCEPTED })`,
    'taskReservation { reservationStatus task { assignmentStatus } }',
  );
  expect(accepted).toEqual({ reservationStatus: 'ACCEPTED', task: { assignmentStatus: 'ASSIGNED' } });
});

describe('Sync', () => {
  const serviceOf = async () => {
    const { sync } = await query(`{ sync { services(first: 1) { nodes { sid
      documents { nodes { sid revision uniqueName } } lists { nodes { sid } } maps { nodes { sid } } } } } }`);
    return sync.services.nodes[0];
  };
  test('a document is changed by its version, and not by an old one', async () => {
    const { sid, documents } = await serviceOf();
    const [document] = documents.nodes;
    const update = (version: string) =>
      query(`mutation { syncDocumentUpdate(serviceSid: "${sid}", sid: "${document.sid}",
        input: { ifMatch: "${version}", data: { monday: "9-20" } }) { userErrors { code field } document { data revision } } }`);
    const changed = await update(document.revision);
    expect(changed.syncDocumentUpdate).toMatchObject({ userErrors: [], document: { data: { monday: '9-20' } } });
    const stale = await update('an older one');
    expect(stale.syncDocumentUpdate.userErrors).toEqual([{ code: 'CONFLICT', field: ['input', 'ifMatch'] }]);
  });
  test('a list and a map get items', async () => {
    const { sid, lists, maps } = await serviceOf();
    const [list, map] = [lists.nodes[0].sid, maps.nodes[0].sid];
    const item = await change(
      `syncListItemCreate(serviceSid: "${sid}", listSid: "${list}", input: { data: { carrier: "van" } })`,
      'listItem { index data }',
    );
    expect(item.listItem).toMatchObject({ index: 1, data: { carrier: 'van' } });
    await change(
      `syncMapItemCreate(serviceSid: "${sid}", mapSid: "${map}", input: { key: "bells", data: { pieces: 3 } })`,
      'mapItem { key }',
    );
    const { mapItem } = await change(
      `syncMapItemUpdate(serviceSid: "${sid}", mapSid: "${map}", key: "bells", input: { data: { pieces: 2 } })`,
      'mapItem { key data }',
    );
    expect(mapItem).toEqual({ key: 'bells', data: { pieces: 2 } });
    const gone = await change(`syncMapItemDelete(serviceSid: "${sid}", mapSid: "${map}", key: "bells")`, 'deletedId');
    expect(gone.deletedId).not.toBeNull();
  });
});

test('a number is looked up with packages', async () => {
  const { lookup } = await query(
    '{ lookup { phoneNumber(phoneNumber: "+14155550100") { valid countryCode lineTypeIntelligence { type } callerName { callerName } ownNumber { phoneNumber } } } }',
  );
  expect(lookup.phoneNumber).toMatchObject({
    ...{ valid: true, countryCode: 'US', lineTypeIntelligence: { type: 'mobile' } },
    callerName: { callerName: 'SANDBOX CUSTOMER' },
  });
});

test('a Studio execution has a flow and steps', async () => {
  const { studio } = await query(`{ studio { flows(first: 1) { nodes { friendlyName definition
    executions(first: 1) { nodes { status flow { friendlyName } steps { nodes { transitionedTo execution { status } } } } } } } } }`);
  const [flow] = studio.flows.nodes;
  expect(flow.definition).toMatchObject({ initial_state: 'Trigger' });
  const [execution] = flow.executions.nodes;
  expect(execution).toMatchObject({ status: 'ENDED', flow: { friendlyName: 'Opening hours' } });
  const steps = execution.steps.nodes.map((step: { transitionedTo: string }) => step.transitionedTo);
  expect(steps.sort()).toEqual(['Ended', 'Trigger', 'say_hours'].sort());
});

test('a messaging service has numbers, and a brand stands behind its campaign', async () => {
  const { messaging } = await query(`{ messaging { services(first: 1) { nodes { friendlyName
    phoneNumbers { nodes { phoneNumber incomingPhoneNumber { phoneNumber } } }
    a2pCampaigns { nodes { campaignStatus brandRegistration { status } } } } } } }`);
  const [service] = messaging.services.nodes;
  expect(service.phoneNumbers.nodes).toHaveLength(2);
  for (const { phoneNumber, incomingPhoneNumber } of service.phoneNumbers.nodes)
    expect(incomingPhoneNumber).toEqual({ phoneNumber });
  expect(service.a2pCampaigns.nodes).toEqual([
    { campaignStatus: 'VERIFIED', brandRegistration: { status: 'APPROVED' } },
  ]);
});

test('calls have their insights', async () => {
  const { calls } = await query(
    '{ calls(first: 10, filter: { status: { eq: COMPLETED } }) { nodes { sid duration summary { callState duration call { sid } } annotation { callScore } } } }',
  );
  expect(calls.nodes.length).toBeGreaterThan(3);
  for (const { sid, duration, summary, annotation } of calls.nodes) {
    expect(summary).toEqual({ callState: 'COMPLETED', duration, call: { sid } });
    expect(annotation).toEqual({ callScore: 5 });
  }
});

test('templates, functions, trunks and rooms are there', async () => {
  const { content, serverless, trunking, video } = await query(`{
    content { templates(first: 1) { nodes { friendlyName types } } }
    serverless { services(first: 1) { nodes { uniqueName environments { nodes { uniqueName } } functions { nodes { friendlyName } } } } }
    trunking { trunks(first: 1) { nodes { friendlyName secure } } }
    video { rooms(first: 1, filter: { status: { eq: COMPLETED } }) { nodes { sid duration } } compositions(first: 1) { nodes { status room { sid duration } } } }
  }`);
  expect(content.templates.nodes[0]).toMatchObject({ friendlyName: 'bike_ready' });
  expect(serverless.services.nodes).toEqual([
    {
      uniqueName: 'webhooks',
      environments: { nodes: [{ uniqueName: 'production' }] },
      functions: { nodes: [{ friendlyName: '/incoming' }] },
    },
  ]);
  expect(trunking.trunks.nodes).toEqual([{ friendlyName: 'Shop floor', secure: true }]);
  expect(video.compositions.nodes[0]).toMatchObject({ status: 'COMPLETED', room: video.rooms.nodes[0] });
});

/** Kinds of which any value will do. */
const SAMPLES: Readonly<Partial<Record<Value['scalar'], unknown>>> = { String: 'sample', URL: 'https://example.com/' };
const isSimple = (entity: Entity): boolean =>
  productName(entity) !== 'api.v2010' &&
  ancestors(entity).length === 0 &&
  keyField(entity) === 'sid' &&
  !!entity.create &&
  !entity.createWith &&
  !entity.answers &&
  entity.fetch === true &&
  entity.remove === true &&
  !!entity.filters &&
  Object.values(entity.filters).every((rule) => 'compares' in rule || !rule.must) &&
  Object.values(entity.create).every(({ must, scalar, many }) => !must || (!many && SAMPLES[scalar] !== undefined));
const simple = entities.filter(isSimple);
const draw = chance(7);
const sample = [...new Set(Array.from({ length: 12 }, () => draw.pick(simple)))];

test.each(sample.map((entity) => [entity.name, entity] as const))(
  '%s is made, found and deleted',
  async (_, entity) => {
    const { entry } = productOf(entity);
    const given = Object.entries(entity.create ?? {}).filter(([, { must }]) => must);
    const input = given.map(([name, { scalar }]) => `${name}: ${JSON.stringify(SAMPLES[scalar])}`).join(', ');
    const paid = entity.paid?.includes('create') ? ', dryRun: false' : '';
    const made = await change(
      `${mutationName(entity)}Create(input: { ${input} }${paid})`,
      `${singular(entity)} { sid id }`,
    );
    const { sid, id } = made[singular(entity)];
    const read = () =>
      query(
        `{ it: ${entry} { one: ${singular(entity)}(sid: "${sid}") { sid } list: ${plural(entity)}(first: 1000) { nodes { sid } } } }`,
      );
    const there = await read();
    expect(there.it.one).toEqual({ sid });
    expect(there.it.list.nodes).toContainEqual({ sid });
    const gone = await change(`${mutationName(entity)}Delete(sid: "${sid}")`, 'deletedId deletedSid');
    expect(gone).toMatchObject({ deletedId: id, deletedSid: sid });
    const after = await read();
    expect(after.it.one).toBeNull();
    expect(after.it.list.nodes).not.toContainEqual({ sid });
  },
);
test('there is enough to draw from', () => {
  expect(simple.length).toBeGreaterThan(20);
});
