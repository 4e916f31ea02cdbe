/** Recordings of one conference, and pausing and stopping them. */
import { entity, t } from '../../../../../model/index.ts';
import { Conference } from '../conference.ts';
import { current, liveRecording, steering } from '../recording/shared.ts';
import { Recording } from '../recording.ts';

export const ConferenceRecording = entity('ConferenceRecording', {
  type: 'Recording',
  in: Conference,
  at: 'recordings',
  plural: 'conferenceRecordings',
  sid: 'RE',
  keyPattern: current,
  about: Recording.about,
  aboutList:
    'Recordings of the conference. Update one, by its `sid` or as `Twilio.CURRENT`, to pause, resume or stop it.',
  fields: liveRecording,
  filters: { dateCreated: t.days },
  update: steering,
  remove: true,
  fetch: true,
});
