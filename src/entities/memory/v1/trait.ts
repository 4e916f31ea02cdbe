/** Memory profile trait. */
import { entity, t } from '../../../model/index.ts';
import { memory } from './product.ts';
import { MemoryProfile } from './profile.ts';

export const MemoryProfileTrait = entity('MemoryProfileTrait', {
  in: memory,
  at: 'traits',
  by: MemoryProfile,
  plural: 'profileTraits',
  about: 'A property of a customer, such as plan or birthday.',
  fields: {
    name: t.string,
    value: t.json.pii.about('Text, whole number, boolean, or an array of these.'),
    traitGroup: t.string.about('Name of the trait group that has the trait.'),
    timestamp: t.dateTime.about('When the trait was last written.'),
  },
  filters: {
    orderBy: t.enum('ASC', 'DESC'),
    traitGroups: t.string.about('Names of the trait groups to list, separated by commas.'),
  },
});
