/** Numbers eligibility. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const NumbersEligibility = entity('NumbersEligibility', {
  in: numbers,
  at: 'eligibilities',
  about: 'Checks at once whether phone numbers can be hosted.',
  fields: {
    results: t.json.pii.list.about('One object for each number: `phone_number`, whether it is eligible, and why not.'),
  },
  create: { body: t.body },
});
