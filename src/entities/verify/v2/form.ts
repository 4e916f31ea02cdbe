/** Forms. */
import { entity, t } from '../../../model/index.ts';
import { verify } from './product.ts';

export const VerifyForm = entity('VerifyForm', {
  in: verify,
  at: 'forms',
  key: 'formType',
  about: 'The fields an outside form needs to set up a kind of factor.',
  fields: {
    formType: t.enum('form-push').about('`FORM_PUSH`: the form for push factors.'),
    forms: t.json.about('JSON Schema of the form, with what to send for `binding` and `config` of a factor.'),
    formMeta: t.json.about('Further facts about the form, such as the separator in `binding`.'),
    url: t.omit,
  },
  fetch: true,
});
