/** Identifiers. */
import { entity, t } from '../../../model/index.ts';
import { memory } from './product.ts';
import { MemoryProfile } from './profile.ts';

export const MemoryIdentifier = entity('MemoryIdentifier', {
  in: memory,
  at: 'identifiers',
  by: MemoryProfile,
  key: 'idType',
  paging: 'none',
  about: 'A phone number, e-mail or other ID by which a profile is found.',
  fields: { message: t.string, idType: t.string, values: t.string.pii.list },
  filters: {},
  create: { idType: t.string.required, value: t.string.pii.required },
  update: { idType: t.string.required, oldValue: t.string.pii.required, newValue: t.string.pii.required },
  with: 'patch',
  remove: { removeAll: t.boolean },
  fetch: true,
});
