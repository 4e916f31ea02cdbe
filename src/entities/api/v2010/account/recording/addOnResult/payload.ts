/** The parts of an add-on's findings. */
import { entity, t } from '../../../../../../model/index.ts';
import { RecordingAddOnResult } from '../addOnResult.ts';

export const RecordingAddOnResultPayload = entity('RecordingAddOnResultPayload', {
  in: RecordingAddOnResult,
  at: 'payloads',
  plural: 'recordingAddOnResultPayloads',
  sid: 'XH',
  about: "One document of an add-on's findings: what it is, and by `data` where it lies.",
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    addOnResultSid: t.ref('RecordingAddOnResult').about('The result that it is a part of.'),
    referenceSid: t.ref('Recording').about('The recording that was looked at.'),
    label: t.string.about("What it is, in the words of the add-on's maker."),
    contentType: t.string.about('MIME type of the document, such as application/json.'),
    addOnSid: t.sid,
    addOnConfigurationSid: t.sid,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    subresourceUris: t.omit,
  },
  filters: {},
  remove: true,
  fetch: true,
});
