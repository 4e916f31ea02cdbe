/** Recordings of one conference, and the way to pause and stop them. */
import { entity, t } from '../../../../../model/index.ts';
import { Conference } from '../conference.ts';
import { current, liveRecording, steering } from '../recording/shared.ts';

export const ConferenceRecording = entity('ConferenceRecording', {
  in: Conference,
  at: 'recordings',
  plural: 'conferenceRecordings',
  sid: 'RE',
  keyPattern: current,
  about:
    'A recording of one conference. Update it, by its `sid` or as `Twilio.CURRENT`, to pause, resume or stop; ' +
    'delete it to erase the sound.',
  fields: liveRecording,
  filters: { dateCreated: t.days },
  update: steering,
  remove: true,
  fetch: true,
});
