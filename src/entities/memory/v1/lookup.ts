/** Memory profile lookup. */
import { entity, t } from '../../../model/index.ts';
import { memory } from './product.ts';
import { MemoryStore } from './store.ts';

export const MemoryProfileLookup = entity('MemoryProfileLookup', {
  in: memory,
  at: 'lookup',
  by: MemoryStore,
  about: 'Finds profiles by an identifier.',
  fields: {
    normalizedValue: t.string.pii.about('The value as it was compared, such as a phone number in E.164 format.'),
    profiles: t.refs('MemoryProfile', 'profileObjects').pii.about('IDs of the profiles with this identifier.'),
  },
  asks: true,
  create: {
    idType: t.string.required.about(
      "Kind of identifier, such as `phone` or `email`, as the store's identity resolution settings define it.",
    ),
    value: t.string.pii.required.about('The identifier, such as a phone number. Twilio normalizes it.'),
  },
});
