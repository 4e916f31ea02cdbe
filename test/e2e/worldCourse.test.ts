/** What the sandbox does by itself with what people write, and with data: verifications, conversations, templates, Sync. */
import { expect, test } from 'vitest';
import { worldInTime } from '../support/worldInTime.ts';

const { now, pass, query, write, change, refused, unpooledNumber } = await worldInTime();

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
    dateExpires: new Date(now() + 60_000).toISOString().replace('.000', ''),
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
