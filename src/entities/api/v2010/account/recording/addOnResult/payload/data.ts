/** Where the document itself lies: Twilio answers with a redirect instead of the document. */
import { entity, t } from '../../../../../../../model/index.ts';
import { RecordingAddOnResultPayload } from '../payload.ts';

export const RecordingAddOnResultPayloadData = entity('RecordingAddOnResultPayloadData', {
  in: RecordingAddOnResultPayload,
  at: 'data',
  about: "A document of an add-on's findings, as an address from which it can be downloaded.",
  fields: {
    redirectTo: t.url.pii.about(
      'A signed address, good for a short while. Whoever has it can read the document, without any credentials.',
    ),
  },
  fetch: true,
});
