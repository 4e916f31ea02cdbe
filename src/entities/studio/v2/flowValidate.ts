/** Studio flow validation. */
import { entity, t } from '../../../model/index.ts';
import { studio } from './product.ts';

export const StudioFlowValidation = entity('StudioFlowValidation', {
  in: studio,
  at: 'flowValidate',
  about: 'Checks a flow definition without saving it.',
  fields: { valid: t.boolean.about('Whether the flow could be saved with this status.') },
  update: {
    friendlyName: t.string.required,
    status: t
      .enum('draft', 'published')
      .required.about('Status for which to check: a flow to publish must meet more rules than a draft.'),
    definition: t.json.required.about('The flow as JSON: `states` (its widgets), `initial_state` and `flags`.'),
    commitMessage: t.string.about('Note on what the revision changes; only checked.'),
  },
});
