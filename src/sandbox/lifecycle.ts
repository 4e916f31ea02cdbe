/** The lifecycle of messages (queued → sent → delivered) and calls (queued → ringing → in-progress → completed). */
import type { Sids } from '../model/index.ts';
import { ownedNumber, pretty, verifiedNumber } from './phone.ts';
import { callPrice, messagePrice, recordingPrice, segmentsOf } from './rates.ts';
import type { Row, Values } from './store.ts';
import type { World } from './world.ts';

const SENT_AFTER = 1;
const DELIVERED_AFTER = 3;
const READ_AFTER = 6;
const RINGING_AFTER = 1;
const ANSWERED_AFTER = 4;
const TALK = 12;

/** Schedules a change. It is skipped if the row is gone or in another state by then. */
const later = (world: World, row: Row, seconds: number, states: readonly string[], happen: () => void): void =>
  world.clock.after(seconds, () => {
    if (!row.gone && states.includes(String(row.values.status))) happen();
  });

/** Schedules the delivery of a message. */
export const sendMessage = (world: World, row: Row): void => {
  const { from, to, body, numMedia } = row.values;
  const sender = from ?? senderFor(world, row);
  const segments = segmentsOf(String(body ?? ''));
  later(world, row, SENT_AFTER, ['accepted', 'queued'], () =>
    world.change(row, { status: 'sent', from: sender, numSegments: segments, dateSent: world.clock.now }),
  );
  later(world, row, DELIVERED_AFTER, ['sent'], () =>
    world.change(row, { status: 'delivered', price: messagePrice(String(to), segments, Number(numMedia)) }),
  );
  if (String(to).startsWith('whatsapp:'))
    later(world, row, READ_AFTER, ['delivered'], () => world.change(row, { status: 'read' }));
};

/** The numbers in the pool of a messaging service; `undefined` if the sandbox has no such service. */
export const poolOf = (world: World, service: unknown): readonly unknown[] | undefined => {
  if (!world.store.find('MessagingService', [], String(service))) return undefined;
  return world.store.list('MessagingServicePhoneNumber', [String(service)]).map(({ values }) => values.phoneNumber);
};
/** The sender of a message that names none: the one that wrote to this recipient before, or else any of its service. */
const senderFor = (world: World, { parents, values: { to, messagingServiceSid } }: Row): unknown => {
  const all = world.store.list('IncomingPhoneNumber', parents).map(({ values }) => values.phoneNumber);
  const pool = poolOf(world, messagingServiceSid) ?? all;
  const before = world.store
    .list('Message', parents)
    .find(({ values }) => values.to === to && values.messagingServiceSid === messagingServiceSid && values.from);
  return pool.find((number) => number === before?.values.from) ?? pool[0];
};

/** The initial fields of an outgoing call. */
export const outgoing = (world: World, account: string, input: Values): Values => {
  const from = String(input.callerId || input.from);
  return {
    ...input,
    from,
    fromFormatted: pretty(from),
    toFormatted: pretty(String(input.to)),
    direction: 'outbound-api',
    phoneNumberSid: verifiedNumber(world, account, from)?.key ?? null,
    queueTime: 0,
    status: 'queued',
  };
};

/** Schedules the course of an outgoing call. A `lasting` one continues until it is ended. */
export const ring = (world: World, call: Row, lasting = false): void => {
  const talk = Math.min(TALK, Number(call.values.timeLimit) || TALK);
  later(world, call, RINGING_AFTER, ['queued'], () => world.change(call, { status: 'ringing' }));
  later(world, call, ANSWERED_AFTER, ['ringing'], () => answer(world, call));
  if (!lasting) later(world, call, ANSWERED_AFTER + talk, ['in-progress'], () => endCall(world, call));
};

export const dial = (world: World, account: string, input: Values, lasting = false): Row => {
  const call = world.make('Call', [account], outgoing(world, account, input));
  ring(world, call, lasting);
  return call;
};

const answer = (world: World, call: Row): void => {
  const heard = call.values.machineDetection ? 'human' : null;
  world.change(call, { status: 'in-progress', startTime: world.clock.now, answeredBy: heard });
  if (call.values.record)
    record(world, call, { channels: call.values.recordingChannels === 'dual' ? 2 : 1, source: 'OutboundAPI' });
};

const record = (world: World, call: Row, values: Values): void => {
  world.make('Recording', call.parents, recordingOf(world, call.parents, { callSid: call.key, ...values }));
};
/** The fields of a recording that starts now. */
export const recordingOf = (world: World, [account]: Sids, values: Values): Values => {
  const sid = world.newSid('RE');
  const mediaUrl = `https://api.twilio.com/2010-04-01/Accounts/${account}/Recordings/${sid}`;
  return { sid, startTime: world.clock.now, channels: 1, ...values, status: 'in-progress', mediaUrl };
};
export const isRecording = ({ values }: Row): boolean => ['in-progress', 'paused'].includes(String(values.status));

/** Ends the recordings of a call or a conference. */
export const endRecordings = (world: World, account: Sids, field: 'callSid' | 'conferenceSid', sid: string): void => {
  for (const recording of world.store.list('Recording', account))
    if (recording.values[field] === sid && isRecording(recording)) endRecording(world, recording);
};
const endRecording = (world: World, recording: Row): void => {
  const duration = Math.max(1, world.clock.since(recording.values.startTime as Date));
  world.change(recording, { status: 'completed', duration, price: recordingPrice(duration) });
};

export const isOver = (call: Row): boolean =>
  !['queued', 'ringing', 'in-progress'].includes(String(call.values.status));

/** Ends a call in any state, with its recordings, and removes it from its conference or queue. */
export const endCall = (world: World, call: Row): void => {
  const { startTime, direction, to } = call.values;
  if (isOver(call)) return;
  if (startTime instanceof Date) {
    const duration = Math.max(1, world.clock.since(startTime));
    const price = callPrice(String(direction), String(to), duration);
    world.change(call, { status: 'completed', endTime: world.clock.now, duration, price });
    endRecordings(world, call.parents, 'callSid', call.key);
  } else {
    world.change(call, { status: 'canceled', endTime: world.clock.now });
  }
  for (const type of ['Participant', 'Member'])
    for (const place of world.store.all(type)) if (place.key === call.key && !place.gone) world.store.remove(place);
};

/** The call with this SID. */
export const callOf = (world: World, account: string, sid: string): Row | undefined =>
  world.store.find('Call', [account], sid);

/** Whether an account may use this number as its caller ID. */
export const mayCallFrom = (world: World, account: string, from: string): boolean =>
  /^(client|sip|sim):/.test(from) ||
  ownedNumber(world, account, from) !== undefined ||
  verifiedNumber(world, account, from) !== undefined;
