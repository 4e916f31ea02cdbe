/** Content of add-on documents: Twilio answers with a redirect. */
import { entity, t } from '../../../../../../../model/index.ts';
import { RecordingAddOnResultPayload } from '../payload.ts';

export const RecordingAddOnResultPayloadData = entity('RecordingAddOnResultPayloadData', {
  in: RecordingAddOnResultPayload,
  at: 'data',
  about: 'The URL from which a document in the result of an add-on can be downloaded.',
  fields: {
    redirectTo: t.url.pii.about(
      'Signed URL, valid for a short time. Anyone who has it can download the document without credentials.',
    ),
  },
  fetch: true,
  answers: { fetch: 'redirect' },
});
