/** Preview iam authorize. */
import { entity, t } from '../../../model/index.ts';
import { previewIam } from './product.ts';

export const PreviewIamAuthorize = entity('PreviewIamAuthorize', {
  in: previewIam,
  at: 'authorize',
  about: 'Starts an OAuth sign-in and returns where to send the browser.',
  fields: { redirectTo: t.string },
  fetch: { responseType: t.string, clientId: t.string, redirectUri: t.string, scope: t.string, state: t.string },
});
