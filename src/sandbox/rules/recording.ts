/** Recordings of the account, of a call and of a conference: start, pause, stop and delete. */
import { invalid, notFound, TwilioError } from '../errors.ts';
import { isRecording, recordingOf } from '../lifecycle.ts';
import { recordingPrice } from '../rates.ts';
import type { Rule } from '../rule.ts';
import { runningCall } from './live.ts';

/** Deleted recordings are listed only with IncludeSoftDeleted. */
export const Recording: Rule = {
  omits: ['track'],
  visible: (row, { query }) => row.values.status !== 'deleted' || query.get('IncludeSoftDeleted') === 'true',
  remove(row, { world }) {
    if (row.values.status === 'deleted') throw notFound(row.key);
    world.change(row, { status: 'deleted', mediaUrl: null });
  },
};

const READY_AFTER = 2;

/** Recordings below a call or a conference. */
export const ConferenceRecording: Rule = {
  omits: ['track', 'media_url', 'subresource_uris'],
  of: 'Recording',
  visible: (row) => row.values.status !== 'deleted',
  remove: (row, { world }) => world.change(row, { status: 'deleted', mediaUrl: null }),
  alias: (key, rows) => (key === 'Twilio.CURRENT' ? rows.find(isRecording) : undefined),
  update(row, { status }, { world }) {
    if (!isRecording(row)) throw new TwilioError(21220, 'Unable to update record: recording is not in-progress');
    if (!['paused', 'in-progress', 'stopped'].includes(String(status)))
      throw invalid('Status', 'must be one of paused, in-progress, stopped');
    if (status !== 'stopped') return {};
    const duration = Math.max(1, world.clock.since(row.values.startTime as Date));
    world.clock.after(READY_AFTER, () => {
      if (row.values.status === 'stopped') world.change(row, { status: 'completed', price: recordingPrice(duration) });
    });
    return { duration };
  },
};

export const CallRecording: Rule = {
  ...ConferenceRecording,
  omits: ['media_url', 'subresource_uris'],
  statuses: { create: 200 },
  create({ recordingChannels, recordingTrack }, scene) {
    const call = runningCall(scene, 'Requested resource is not eligible for recording');
    return recordingOf(scene.world, call.parents, {
      callSid: call.key,
      source: 'StartCallRecordingAPI',
      channels: recordingChannels === 'dual' ? 2 : 1,
      track: recordingTrack ?? 'both',
    });
  },
};
