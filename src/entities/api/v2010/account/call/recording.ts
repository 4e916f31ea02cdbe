/** Recordings of one call, and starting, pausing and stopping them. */
import { entity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';
import { dialing } from '../dialing.ts';
import { current, liveRecording, steering } from '../recording/shared.ts';
import { Recording } from '../recording.ts';

const {
  recordingChannels,
  recordingTrack,
  recordingConfigurationId,
  recordingStatusCallback,
  recordingStatusCallbackMethod,
} = dialing;

export const CallRecording = entity('CallRecording', {
  type: 'Recording',
  in: Call,
  at: 'recordings',
  plural: 'callRecordings',
  sid: 'RE',
  keyPattern: current,
  about: Recording.about,
  aboutList:
    'Recordings of the call. Create one to start recording; update one, by its `sid` or as `Twilio.CURRENT`, ' +
    'to pause, resume or stop it.',
  fields: liveRecording,
  filters: { dateCreated: t.days },
  create: {
    recordingChannels,
    recordingTrack,
    recordingConfigurationId,
    recordingStatusCallback,
    recordingStatusCallbackMethod,
    recordingStatusCallbackEvent: t
      .enum('in-progress', 'completed', 'absent')
      .list.about('Events reported to `recordingStatusCallback`. Default: `completed`.'),
    trim: t
      .enum('trim-silence', 'do-not-trim')
      .about('Whether silence at the start and end is removed. Default: `do-not-trim`.'),
  },
  update: steering,
  paid: ['create'],
  remove: true,
  fetch: true,
});
