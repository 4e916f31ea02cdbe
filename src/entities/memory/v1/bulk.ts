/** Memory profile bulk. */
import { entity, t } from '../../../model/index.ts';
import { memory } from './product.ts';
import { MemoryStore } from './store.ts';

export const MemoryProfileBulk = entity('MemoryProfileBulk', {
  in: memory,
  at: 'bulk',
  by: MemoryStore,
  about: 'Updates many profiles in one call.',
  fields: { message: t.string },
  update: { profiles: t.object('Profiles', { traits: t.json }).pii.list },
});
