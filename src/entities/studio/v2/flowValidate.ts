/** Studio flow validation. */
import { entity, t } from '../../../model/index.ts';
import { studio } from './product.ts';

export const StudioFlowValidation = entity('StudioFlowValidation', {
  in: studio,
  at: 'flowValidate',
  about: 'Checks a flow definition without saving it.',
  fields: { valid: t.boolean },
  update: {
    friendlyName: t.string.required,
    status: t.enum('draft', 'published').required,
    definition: t.json.required,
    commitMessage: t.string,
  },
});
