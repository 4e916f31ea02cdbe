/** Memory profile lookup. */
import { entity, t } from '../../../model/index.ts';
import { memory } from './product.ts';
import { MemoryStore } from './store.ts';

export const MemoryProfileLookup = entity('MemoryProfileLookup', {
  in: memory,
  at: 'lookup',
  by: MemoryStore,
  about: 'Finds profiles by an identifier.',
  fields: { normalizedValue: t.string.pii, profiles: t.refs('MemoryProfile', 'profileObjects').pii },
  create: { idType: t.string.required, value: t.string.pii.required },
});
