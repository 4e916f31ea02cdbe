/** Signing request configuration. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const SigningRequestConfiguration = entity('SigningRequestConfiguration', {
  in: numbers,
  at: 'signingRequestConfigurations',
  paging: 'url',
  about: 'Logo and texts of the mails that ask your customers to sign documents.',
  fields: {
    logoSid: t.ref('RegulatorySupportingDocument'),
    friendlyName: t.string,
    product: t.string,
    country: t.string,
    emailSubject: t.string.pii,
    emailMessage: t.string.pii,
    urlRedirection: t.string,
    url: t.omit,
  },
  filters: { country: t.equal, product: t.equal },
  create: { body: t.body },
  admin: ['create'],
});
