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
  fields: {
    message: t.string.about("Twilio's confirmation of a write; null on a row that is read."),
    idType: t.string.about(
      "Kind of identifier, such as `phone` or `email`, as the store's identity resolution settings define it.",
    ),
    values: t.string.pii.list.about('All values of this kind, normalized, such as phone numbers in E.164 format.'),
  },
  filters: {},
  create: {
    idType: t.string.required,
    value: t.string.pii.required.about('The value, such as a phone number. Twilio normalizes it.'),
  },
  update: {
    idType: t.string.required,
    oldValue: t.string.pii.required.about('The stored value that is replaced.'),
    newValue: t.string.pii.required.about('The value that replaces it. Twilio normalizes it.'),
  },
  with: 'patch',
  remove: { removeAll: t.boolean },
  fetch: true,
});
