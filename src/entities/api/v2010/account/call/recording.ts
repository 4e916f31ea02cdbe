/** Recordings of one call, and the way to record a call while it lasts. */
import { entity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';
import { dialing } from '../dialing.ts';
import { current, liveRecording, steering } from '../recording/shared.ts';

const {
  recordingChannels,
  recordingTrack,
  recordingConfigurationId,
  recordingStatusCallback,
  recordingStatusCallbackMethod,
} = dialing;

export const CallRecording = entity('CallRecording', {
  in: Call,
  at: 'recordings',
  plural: 'callRecordings',
  sid: 'RE',
  keyPattern: current,
  about:
    'A recording of one call. Create one to record from now on; update it, by its `sid` or as `Twilio.CURRENT`, ' +
    'to pause, resume or stop; delete it to erase the sound.',
  fields: {
    ...liveRecording,
    track: t.string.about('What was recorded: inbound, what Twilio heard; outbound, what it played; or both.'),
  },
  filters: { dateCreated: t.days },
  create: {
    recordingChannels,
    recordingTrack,
    recordingConfigurationId,
    recordingStatusCallback,
    recordingStatusCallbackMethod,
    recordingStatusCallbackEvent: t
      .enum('in-progress', 'completed', 'absent')
      .list.about('What is reported to `recordingStatusCallback`; only completed by default.'),
    trim: t
      .enum('trim-silence', 'do-not-trim')
      .about('Whether silence at both ends is cut off; it is left in by default.'),
  },
  update: steering,
  paid: ['create'],
  remove: true,
  fetch: true,
});
