/** Signing request configuration. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const SigningRequestConfiguration = entity('SigningRequestConfiguration', {
  in: numbers,
  at: 'signingRequestConfigurations',
  paging: 'url',
  about: 'Logo and texts of the mails that ask your customers to sign documents.',
  fields: {
    logoSid: t.ref('RegulatorySupportingDocument').about('SID of the uploaded logo on the letter; null without one.'),
    friendlyName: t.string,
    product: t.string.about('What the signature is for: Porting or Hosting; null for both.'),
    country: t.string.about('Two-letter country code of the numbers that it is for; null for all.'),
    emailSubject: t.string.pii.about('Subject of that email, at most 255 characters.'),
    emailMessage: t.string.pii.about('Text of the email to the person who signs, at most 5,000 characters.'),
    urlRedirection: t.string.about('URL to which the person is led after signing.'),
    url: t.omit,
  },
  filters: { country: t.equal, product: t.equal },
  create: {
    body: t.body.about(
      '`logo_sid`, `friendly_name`, `product`, `country`, `email_subject`, `email_message` and `url_redirection`, all optional.',
    ),
  },
  admin: ['create'],
});
