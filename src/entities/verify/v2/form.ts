/** Forms. */
import { entity, t } from '../../../model/index.ts';
import { verify } from './product.ts';

export const VerifyForm = entity('VerifyForm', {
  in: verify,
  at: 'forms',
  key: 'formType',
  about: 'The fields an outside form needs to set up a kind of factor.',
  fields: { formType: t.enum('form-push'), forms: t.json, formMeta: t.json, url: t.omit },
  fetch: true,
});
