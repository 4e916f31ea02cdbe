/** Preview IAM authorize. */
import { entity, t } from '../../../model/index.ts';
import { previewIam } from './product.ts';

export const PreviewIamAuthorize = entity('PreviewIamAuthorize', {
  in: previewIam,
  at: 'authorize',
  about: 'Starts an OAuth sign-in and returns where to send the browser.',
  fields: { redirectTo: t.string.about('URL to which to send the browser for the sign-in.') },
  fetch: {
    responseType: t.string.about('Always `code`.'),
    clientId: t.string.about('ID of the OAuth client.'),
    redirectUri: t.string.about('URL to which the browser returns with the code.'),
    scope: t.string.about('Permissions that the token is to have, separated by spaces.'),
    state: t.string.about('Text of your own that comes back with the code. Check it to prevent forged requests.'),
  },
});
