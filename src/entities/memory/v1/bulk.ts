/** Memory profile bulk. */
import { entity, t } from '../../../model/index.ts';
import { memory } from './product.ts';
import { MemoryStore } from './store.ts';

export const MemoryProfileBulk = entity('MemoryProfileBulk', {
  in: memory,
  at: 'bulk',
  by: MemoryStore,
  about: 'Updates many profiles in one call.',
  fields: { message: t.string.about("Twilio's confirmation of the write.") },
  update: {
    profiles: t.object('Profiles', { traits: t.json.about('JSON object: trait group → its traits by name.') }).pii.list,
  },
});
