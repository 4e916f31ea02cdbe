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
  fields: { name: t.string, value: t.json, traitGroup: t.string, timestamp: t.dateTime },
  filters: { orderBy: t.enum('ASC', 'DESC'), traitGroups: t.string },
});
