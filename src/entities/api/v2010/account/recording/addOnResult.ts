/** What marketplace add-ons found out about a recording. */
import { entity, t } from '../../../../../model/index.ts';
import { Recording } from '../recording.ts';

export const RecordingAddOnResult = entity('RecordingAddOnResult', {
  in: Recording,
  at: 'addOnResults',
  plural: 'recordingAddOnResults',
  sid: 'XR',
  about:
    'What an add-on of the marketplace made of a recording; `payloads` hold the findings. Twilio keeps it for 30 days.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    referenceSid: t.ref('Recording').about('The recording that was looked at.'),
    status: t
      .enum('canceled', 'completed', 'deleted', 'failed', 'in-progress', 'init', 'processing', 'queued')
      .about('How far the add-on is, or how it ended.'),
    addOnSid: t.sid,
    addOnConfigurationSid: t.sid,
    dateCompleted: t.dateTime.about('When the add-on was done; null before that.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    subresourceUris: t.omit,
  },
  filters: {},
  remove: true,
  fetch: true,
});
