/** Results of marketplace add-ons for recordings. */
import { entity, t } from '../../../../../model/index.ts';
import { Recording } from '../recording.ts';

export const RecordingAddOnResult = entity('RecordingAddOnResult', {
  in: Recording,
  at: 'addOnResults',
  plural: 'recordingAddOnResults',
  sid: 'XR',
  about:
    'The result of a marketplace add-on for a recording, with its data in `payloads`. Twilio keeps it for 30 days.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    referenceSid: t.ref('Recording').about('The recording.'),
    status: t
      .enum('canceled', 'completed', 'deleted', 'failed', 'in-progress', 'init', 'processing', 'queued')
      .always.about('State of the add-on run.'),
    addOnSid: t.ref('AvailableAddOn'),
    addOnConfigurationSid: t.ref('InstalledAddOn', 'installedAddOn'),
    dateCompleted: t.dateTime.about('When the add-on finished; null before that.'),
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    subresourceUris: t.omit,
  },
  filters: {},
  remove: true,
  fetch: true,
});
