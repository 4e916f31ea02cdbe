/** Video: visitors join each new room, their tracks are recorded, and compositions are made when the room has ended. */
import { invalid, TwilioError } from '../../errors.ts';
import type { Rule, Scene } from '../../rule.ts';
import type { Row, Values } from '../../store.ts';
import type { World } from '../../world.ts';

/** Nobody can join a room of the sandbox with Twilio's client, so these do, at this many seconds after its start. */
const VISITORS = [
  ['ada', 1],
  ['ben', 2],
] as const;
const TRACKS = [
  ['audio', 'OPUS', 'mka'],
  ['video', 'VP8', 'mkv'],
] as const;
const PROCESSING_AFTER = 1;
const COMPLETED_AFTER = 4;
const BYTES_PER_SECOND = 64_000;

const isOpen = ({ gone, values }: Row): boolean => !gone && values.status === 'in-progress';

export const VideoRoom: Rule = {
  defaults: {
    ...{ type: 'group', maxParticipants: 50, maxParticipantDuration: 14_400, maxConcurrentPublishedTracks: 170 },
    ...{
      emptyRoomTimeout: 5,
      unusedRoomTimeout: 5,
      mediaRegion: 'us1',
      videoCodecs: ['VP8', 'H264'],
      enableTurn: true,
    },
  },
  create({ uniqueName }, { world }) {
    const isTaken = (row: Row) => isOpen(row) && uniqueName !== undefined && row.values.uniqueName === uniqueName;
    if (world.store.list('VideoRoom', []).some(isTaken)) throw new TwilioError(53113, 'Room exists');
    const sid = world.newSid('RM');
    return { sid, uniqueName: uniqueName ?? sid, status: 'in-progress' };
  },
  begin(room, scene) {
    for (const [identity, after] of VISITORS)
      scene.world.clock.after(after, () => isOpen(room) && join(scene, room, identity));
  },
  update(room, { status }, scene) {
    if (status !== 'completed') throw new TwilioError(20001, 'Status can only be set to completed');
    if (!isOpen(room)) throw new TwilioError(53112, 'Room is completed');
    const { world } = scene;
    for (const participant of world.store.list('VideoParticipant', [room.key])) leave(world, participant);
    for (const recording of world.store.list('VideoRoomRecording', [room.key]))
      world.change(recording, { status: 'completed', ...measured(world, recording) });
    for (const composition of world.store.list('VideoComposition', []))
      if (composition.values.roomSid === room.key) compose(world, composition, room);
    return { endTime: world.clock.now, duration: world.clock.since(room.values.dateCreated as Date) };
  },
  alias: (name, rows) => rows.find((row) => isOpen(row) && row.values.uniqueName === name),
};

const measured = ({ clock }: World, { values }: Row): Values => {
  const duration = Math.max(1, clock.since(values.dateCreated as Date));
  return { duration, size: duration * BYTES_PER_SECOND };
};

const join = ({ world, user }: Scene, room: Row, identity: string): void => {
  const own = { accountSid: user, roomSid: room.key };
  const participant = world.make('VideoParticipant', [room.key], {
    ...{ ...own, identity, status: 'connected', startTime: world.clock.now },
  });
  const others = world.store.list('VideoParticipant', [room.key]).filter(({ key }) => key !== participant.key);
  for (const [kind, codec, containerFormat] of TRACKS) {
    if (kind === 'video' && room.values.audioOnly === true) continue;
    const name = `${identity}-${kind}`;
    const shared = { name, kind, enabled: true };
    const track = world.make('VideoPublishedTrack', [room.key, participant.key], shared);
    for (const { key } of others)
      world.make('VideoSubscribedTrack', [room.key, key], { ...shared, sid: track.key, publisherSid: participant.key });
    if (room.values.recordParticipantsOnConnect === true)
      world.make('VideoRoomRecording', [room.key], {
        ...{ ...own, status: 'processing', type: kind, codec, containerFormat, trackName: name, sourceSid: track.key },
        groupingSids: { room_sid: room.key, participant_sid: participant.key },
      });
  }
};

const leave = (world: World, participant: Row): void => {
  if (participant.values.status === 'disconnected') return;
  const duration = world.clock.since(participant.values.startTime as Date);
  world.change(participant, { status: 'disconnected', endTime: world.clock.now, duration });
};

export const VideoParticipant: Rule = {
  update(participant, { status }, { world }) {
    if (status === 'disconnected') leave(world, participant);
    return {};
  },
};

/** The recordings of all rooms. */
export const VideoRecording: Rule = {
  rows: ({ world }) =>
    world.store
      .all('VideoRoomRecording')
      .filter(({ gone }) => !gone)
      .map(({ values }) => values)
      .toReversed(),
  remove({ key }, { world }) {
    const recording = world.store.all('VideoRoomRecording').find((row) => row.key === key && !row.gone);
    if (recording) world.store.remove(recording);
  },
};

/** Records every track, unless the rules of the room say otherwise. */
export const VideoRecordingRules: Rule = {
  shows({ values, parents: [room = ''] }, world) {
    const records = world.store.find('VideoRoom', [], room)?.values.recordParticipantsOnConnect === true;
    return { rules: values.rules ?? [{ type: records ? 'include' : 'exclude', all: true }] };
  },
};

export const VideoComposition: Rule = {
  defaults: {
    ...{ audioSources: [], audioSourcesExcluded: [], videoLayout: {}, resolution: '640x480', format: 'webm' },
    ...{ trim: true, bitrate: 0, statusCallbackMethod: 'POST' },
  },
  create({ roomSid }, { world }) {
    if (!world.store.find('VideoRoom', [], String(roomSid))) throw invalid('RoomSid', `${roomSid} does not exist`);
    return { status: 'enqueued', duration: 0, size: 0 };
  },
  begin(composition, { world }) {
    const room = world.store.find('VideoRoom', [], String(composition.values.roomSid));
    if (room && !isOpen(room)) compose(world, composition, room);
  },
};

/** Makes a composition of a room that has ended. */
const compose = (world: World, composition: Row, room: Row): void => {
  const goes = (after: number, from: string, to: () => Values) =>
    world.clock.after(after, () => {
      if (!composition.gone && composition.values.status === from) world.change(composition, to());
    });
  goes(PROCESSING_AFTER, 'enqueued', () => ({ status: 'processing' }));
  goes(COMPLETED_AFTER, 'processing', () => {
    const duration = Number(room.values.duration ?? 0);
    const dateCompleted = world.clock.now;
    return { status: 'completed', dateCompleted, duration, size: duration * BYTES_PER_SECOND };
  });
};

export const VideoCompositionHook: Rule = {
  defaults: {
    ...{ enabled: true, audioSources: [], audioSourcesExcluded: [], videoLayout: {}, resolution: '640x480' },
    ...{ format: 'webm', trim: true, statusCallbackMethod: 'POST' },
  },
};
