/** Conferences, participants, queues and members, and what ends them. */
import type { Sids } from '../../model/index.ts';
import { TwilioError } from '../errors.ts';
import { callOf, dial, endCall, endRecordings, isRecording, recordingOf } from '../lifecycle.ts';
import type { Rule } from '../rule.ts';
import type { Row } from '../store.ts';
import type { World } from '../world.ts';
import { checkCall } from './call.ts';

const CONNECTING_AFTER = 1;
const CONNECTED_AFTER = 4;

const end = (world: World, conference: Row, reason: string): void => {
  if (conference.values.status === 'completed') return;
  world.change(conference, { status: 'completed', reasonConferenceEnded: reason });
  endRecordings(world, conference.parents, 'conferenceSid', conference.key);
  for (const participant of world.store.list('Participant', [...conference.parents, conference.key]))
    leave(world, participant);
};

const leave = (world: World, { parents: [account = ''], key }: Row): void => {
  const call = callOf(world, account, key);
  if (call) endCall(world, call);
};

export const Conference: Rule = {
  update(row, input, { world }) {
    if (input.status === 'completed') end(world, row, 'conference-ended-via-api');
    return {};
  },
  /** As Twilio does since September 2026: without a status, the list has the running conferences only. */
  listed: (row, { query }) => query.has('Status') || row.values.status === 'in-progress',
};

/** Starts a recording, unless the conference is being recorded. */
const record = (world: World, [account = '', conferenceSid]: Sids): void => {
  const recordings = world.store.list('Recording', [account]);
  if (recordings.some((row) => row.values.conferenceSid === conferenceSid && isRecording(row))) return;
  world.make('Recording', [account], recordingOf(world, [account], { conferenceSid, source: 'Conference' }));
};

export const Participant: Rule = {
  codes: { to: [21201, "No 'To' number is specified"], from: [21213, "No 'From' number is specified"] },
  create(input, { world, parents: [account = '', conference = ''] }) {
    if (world.store.find('Conference', [account], conference)?.values.status === 'completed')
      throw new TwilioError(20001, `Conference ${conference} has ended`);
    checkCall(world, account, input);
    return {
      callSid: dial(world, account, input, true).key,
      startConferenceOnEnter: input.startConferenceOnEnter ?? true,
      queueTime: 0,
    };
  },
  begin(row, { world }) {
    if (['true', 'record-from-start'].includes(String(row.values.conferenceRecord))) record(world, row.parents);
    world.clock.after(CONNECTING_AFTER, () => row.gone || world.change(row, { status: 'ringing', queueTime: null }));
    world.clock.after(CONNECTED_AFTER, () => row.gone || world.change(row, { status: 'connected' }));
  },
  remove(row, { world, parents }) {
    leave(world, row);
    if (!row.gone) world.store.remove(row);
    const conference = world.store.find('Conference', parents.slice(0, 1), parents[1] ?? '');
    if (!conference) return;
    if (row.values.endConferenceOnExit) end(world, conference, 'participant-with-end-conference-on-exit-kicked');
    else if (world.store.list('Participant', parents).length === 0) end(world, conference, 'last-participant-kicked');
  },
  alias: (label, rows) => rows.find((row) => row.values.label === label),
};

const members = (world: World, queue: Row): readonly Row[] => world.store.list('Member', [...queue.parents, queue.key]);
const waited = (world: World, member: Row): number => world.clock.since(member.values.dateEnqueued as Date);

export const Queue: Rule = {
  create: ({ maxSize }) => ({ maxSize: maxSize ?? 1000 }),
  shows(row, world) {
    const waits = members(world, row).map((member) => waited(world, member));
    const sum = waits.reduce((total, wait) => total + wait, 0);
    return { currentSize: waits.length, averageWaitTime: waits.length > 0 ? Math.round(sum / waits.length) : 0 };
  },
  remove(row, { world }) {
    if (members(world, row).length > 0) throw new TwilioError(20001, `Queue ${row.key} is not empty`);
    world.store.remove(row);
  },
};

/** Seconds for which a call continues after leaving its queue. */
const TALK_AFTER_QUEUE = 20;

export const Member: Rule = {
  shows(row, world) {
    const line = world.store.list('Member', row.parents).toReversed();
    return { position: line.indexOf(row) + 1, waitTime: waited(world, row) };
  },
  update(row, _input, { world }) {
    const call = callOf(world, row.parents[0] ?? '', row.key);
    world.store.remove(row);
    if (call) world.clock.after(TALK_AFTER_QUEUE, () => endCall(world, call));
    return {};
  },
  alias: (key, rows) => (key === 'Front' ? rows.at(-1) : undefined),
};
