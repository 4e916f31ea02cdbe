/** Documents in the result of an add-on. */
import { entity, t } from '../../../../../../model/index.ts';
import { RecordingAddOnResult } from '../addOnResult.ts';

export const RecordingAddOnResultPayload = entity('RecordingAddOnResultPayload', {
  in: RecordingAddOnResult,
  at: 'payloads',
  plural: 'recordingAddOnResultPayloads',
  sid: 'XH',
  aboutList: 'Documents in the result of the add-on.',
  about: 'A document in the result of an add-on. `data` has the URL of its content.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    addOnResultSid: t.ref('RecordingAddOnResult').about('The result of the document.'),
    referenceSid: t.ref('Recording').about('The recording.'),
    label: t.string.about('Description of the document by the developer of the add-on.'),
    contentType: t.string.about('MIME type of the document, such as application/json.'),
    addOnSid: t.ref('AvailableAddOn'),
    addOnConfigurationSid: t.ref('InstalledAddOn', 'installedAddOn'),
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    subresourceUris: t.omit,
  },
  filters: {},
  remove: true,
  fetch: true,
});
