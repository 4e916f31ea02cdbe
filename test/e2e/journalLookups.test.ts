/** A create whose response was lost is looked up and never guessed; and what a dry run says without sending anything. */
import { describe, expect, test } from 'vitest';
import { closedAfterTest, serverWithStandIn } from '../support/hooks.ts';
import { CONFERENCE, keep, lostAfter, lostBefore, type Reaction, sidOf, works } from '../support/keepingTwilio.ts';
import { path, sid } from '../support/rows.ts';
import { startAgainst } from '../support/server.ts';

const { twilio, server } = await serverWithStandIn({ TWILIO_TPS_PER_NODE: '200' });
const posts = () => twilio.seen.filter(({ method }) => method === 'POST');
const lost = lostAfter['reset after accept'] as Reaction;
const neverThere = lostBefore['reset before accept'] as Reaction;

const SEND = `mutation($input: MessageCreateInput!, $key: String) {
  messageCreate(idempotencyKey: $key, input: $input) { message { sid } userErrors { code message } } }`;
const MESSAGE = { to: '+15550100002', from: '+15550100001', body: 'Hello' };
const send = (input: object, key?: string) => server.ask(SEND, { input, key });

describe('found although Twilio changed it', () => {
  const straight = (text: unknown) => String(text).replace(/[“”]/g, '"').replace('½', '1/2');
  test.each([
    ['smart encoding', { ...MESSAGE, body: 'Say “½”' }, (row: object) => ({ ...row, body: straight('Say “½”') })],
    [
      'a sender chosen by the messaging service',
      { to: MESSAGE.to, body: 'By service', messagingServiceSid: sid('MG') },
      (row: object) => ({ ...row, from: '+15550100077' }),
    ],
  ])('%s', async (_name, input, shown) => {
    const accepted = keep(twilio, () => lost, shown);
    const { data, errors } = await server.ask(SEND, { input });
    expect(errors).toEqual([]);
    expect(data.messageCreate.message.sid).toBe(accepted[0]?.row.sid);
    expect(posts()).toHaveLength(1);
  });
});

describe('not found, because it would be a guess', () => {
  const unknown = [{ extensions: { code: 'OUTCOME_UNKNOWN', outcome: 'UNKNOWN' } }];

  test('another write of the same content is on its way', async () => {
    const body = 'The same text';
    let finish = () => {};
    const held = new Promise<void>((done) => {
      finish = done;
    });
    const second: Reaction = {
      accepts: true,
      answer: (row) => async (response) => {
        await held;
        response.writeHead(201, { 'content-type': 'application/json' });
        response.end(JSON.stringify(row));
      },
    };
    const accepted = keep(twilio, () => (posts().length > 1 ? neverThere : second));
    const inFlight = server.ask(SEND, { input: { ...MESSAGE, body } });
    await expect.poll(() => accepted.length).toBe(1);
    const { errors } = await send({ ...MESSAGE, body });
    expect(errors).toMatchObject(unknown);
    finish();
    const { data } = await inFlight;
    expect(data.messageCreate.message.sid).toBe(accepted[0]?.row.sid);
    expect(posts()).toHaveLength(2);
  });

  test('two lost writes of the same content: one was carried out', async () => {
    const body = 'One of two';
    const accepted = keep(twilio, () => (posts().length > 1 ? neverThere : lost));
    const answers = await Promise.all([send({ ...MESSAGE, body }), send({ ...MESSAGE, body })]);
    for (const { errors } of answers) expect(errors).toMatchObject(unknown);
    expect(accepted).toHaveLength(1);
    expect(posts()).toHaveLength(2);
  });

  test.each([
    ['the text of a template is not known', { to: MESSAGE.to, from: MESSAGE.from, contentSid: sid('HX') }],
    ['media are not compared', { to: MESSAGE.to, from: MESSAGE.from, mediaUrl: ['https://example.com/a.png'] }],
  ])('%s', async (_name, input) => {
    keep(twilio, () => lost);
    const { errors } = await send(input);
    expect(errors).toMatchObject(unknown);
    expect(posts()).toHaveLength(1);
  });

  test('a row of the same content that was made long before or long after', async () => {
    const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();
    let shift = -60;
    keep(
      twilio,
      () => lost,
      (row) => ({ ...row, date_created: at(shift) }),
    );
    expect((await send({ ...MESSAGE, body: 'Before' })).errors).toMatchObject(unknown);
    shift = 600;
    expect((await send({ ...MESSAGE, body: 'After' })).errors).toMatchObject(unknown);
  });

  test('a participant whose call goes to another number', async () => {
    const accepted = keep(twilio, () => lost);
    const add = `mutation($to: String!) { participantCreate(conferenceSid: "${CONFERENCE}", input: { to: $to, from: "+15550100001" }) {
      participant { callSid } } }`;
    const { data } = await server.ask(add, { to: '+15550100005' });
    expect(data.participantCreate.participant.callSid).toBe(accepted[0] && sidOf(accepted[0].row));
    keep(
      twilio,
      () => lost,
      () => accepted[0]?.row,
    );
    const { errors } = await server.ask(add, { to: '+15550100006' });
    expect(errors).toMatchObject(unknown);
  });
});

describe('a paid update', () => {
  const UPDATE = `mutation($key: String) {
    paymentsUpdate(callSid: "${sid('CA', 1)}", sid: "${sid('PK', 1)}", idempotencyKey: $key,
      input: { idempotencyKey: "x", statusCallback: "https://example.com" }) { userErrors { code } } }`;
  const payment = { sid: sid('PK', 1), account_sid: `AC${'a'.repeat(32)}`, call_sid: sid('CA', 1) };
  const update = (key: string) => server.ask(UPDATE, { key });

  test('is sent once with its key', async () => {
    twilio.play(() => [202, { ...payment, date_created: new Date().toUTCString() }]);
    const answers = [await update('pay-1'), await update('pay-1')];
    expect(answers.map(({ extensions }) => extensions.idempotency)).toEqual([
      { key: 'pay-1', replayed: false },
      { key: 'pay-1', replayed: true },
    ]);
    expect(posts()).toHaveLength(1);
  });

  test('of unknown outcome is never sent again', async () => {
    twilio.play(() => [500, {}]);
    for (let i = 0; i < 2; i++)
      expect((await update('pay-2')).errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
    expect(posts()).toHaveLength(1);
  });
});

describe('a dry run', () => {
  const DRY = `mutation($input: MessageCreateInput!) { messageCreate(dryRun: true, input: $input) {
    message { sid } estimate { encoding segments } userErrors { code message field } } }`;
  test.each([
    ['Hello', { encoding: 'GSM_7', segments: 1 }],
    ['a'.repeat(161), { encoding: 'GSM_7', segments: 2 }],
    ['€'.repeat(80), { encoding: 'GSM_7', segments: 1 }],
    ['ж'.repeat(71), { encoding: 'UCS_2', segments: 2 }],
    ['👍'.repeat(36), { encoding: 'UCS_2', segments: 2 }],
  ])('counts the segments of a text', async (body, estimate) => {
    keep(twilio, () => works);
    const { data, errors } = await server.ask(DRY, { input: { ...MESSAGE, body } });
    expect(errors).toEqual([]);
    expect(data.messageCreate).toEqual({ message: null, estimate, userErrors: [] });
    expect(posts()).toHaveLength(0);
  });

  test('applies smart encoding where it was asked for, and counts nothing that is no SMS', async () => {
    keep(twilio, () => works);
    const estimate = async (more: object) =>
      (await server.ask(DRY, { input: { ...MESSAGE, ...more } })).data.messageCreate.estimate;
    expect(await estimate({ body: '“hi”' })).toEqual({ encoding: 'UCS_2', segments: 1 });
    expect(await estimate({ body: '“hi”', smartEncoded: true })).toEqual({ encoding: 'GSM_7', segments: 1 });
    expect(await estimate({ to: 'whatsapp:+15550100002' })).toBeNull();
    expect(await estimate({ mediaUrl: ['https://example.com/a.png'] })).toBeNull();
    expect(posts()).toHaveLength(0);
  });

  test('refuses what a real create would refuse', async () => {
    keep(twilio, () => works);
    const { data } = await server.ask(DRY, { input: { to: MESSAGE.to, body: 'x' } });
    expect(data.messageCreate).toMatchObject({ estimate: null, userErrors: [{ code: 'BAD_USER_INPUT' }] });
    const long = await server.ask(DRY, { input: { ...MESSAGE, body: 'x'.repeat(1601) } });
    expect(long.data.messageCreate.userErrors).toMatchObject([{ field: ['input', 'body'] }]);
    const strict = closedAfterTest(await startAgainst(twilio.url, { REQUIRE_IDEMPOTENCY_KEY: 'paid' }));
    const keyless = await strict.ask(DRY, { input: MESSAGE });
    expect(keyless.data.messageCreate.userErrors).toMatchObject([{ field: ['idempotencyKey'] }]);
    expect(posts()).toHaveLength(0);
  });

  test.each([
    [`callCreate(dryRun: true, input: { to: "+15550100002", from: "+15550100001", twiml: "<Response/>" })`, '0.15'],
    [`callCreate(dryRun: true, input: { to: "+442071838750", from: "+15550100001", twiml: "<Response/>" })`, '1.50'],
    [`callCreate(dryRun: true, input: { to: "client:ada", from: "+15550100001", twiml: "<Response/>" })`, null],
    [
      `participantCreate(dryRun: true, conferenceSid: "${CONFERENCE}", input: { to: "+15550100002", from: "+15550100001" })`,
      '0.15',
    ],
    ['incomingPhoneNumberCreate(dryRun: true, overwrite: true, input: { phoneNumber: "+15550100002" })', '2.50'],
    [
      `messageCreate(dryRun: true, input: { to: "+15550100002", from: "+15550100001", body: "${'a'.repeat(161)}" })`,
      '0.02',
    ],
    [`messageCreate(dryRun: true, input: { to: "whatsapp:+15550100002", from: "+15550100001", body: "a" })`, null],
    ['validationRequestCreate(dryRun: true, input: { phoneNumber: "+15550100002" })', '0.15'],
  ])('sends nothing and says what is known of the price: %s', async (field, estimatedPrice) => {
    keep(twilio, () => works);
    const { data } = await server.ask(`mutation { made: ${field} { estimatedPrice userErrors { code } } }`);
    expect(data.made).toEqual({ estimatedPrice, userErrors: [] });
    expect(posts()).toHaveLength(0);
  });
});

test('a write without a key that waits while its client leaves is not sent', async () => {
  const slow = closedAfterTest(await startAgainst(twilio.url, { TWILIO_TPS_PER_NODE: '1' }));
  twilio.play(({ method, path: at }) =>
    method === 'POST' ? [500, {}] : { [at === path('Calls') ? 'calls' : 'messages']: [], participants: [] },
  );
  await slow.ask('{ calls(first: 1) { nodes { sid } } }');
  await expect(slow.ask(SEND, { input: MESSAGE }, AbortSignal.timeout(100))).rejects.toThrow();
  // Its turn would come first.
  await slow.ask('{ calls(first: 2) { nodes { sid } } }');
  expect(twilio.seen.filter((request) => request.path === path('Calls'))).toHaveLength(2);
  expect(posts()).toHaveLength(0);
});
