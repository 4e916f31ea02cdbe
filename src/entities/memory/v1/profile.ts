/** Profiles. */
import { entity, t } from '../../../model/index.ts';
import { memory } from './product.ts';
import { MemoryStore } from './store.ts';

export const MemoryProfile = entity('MemoryProfile', {
  in: memory,
  at: 'profiles',
  by: MemoryStore,
  key: 'id',
  argument: 'profileId',
  about: 'What is known about one customer: identifiers, traits and memories.',
  fields: {
    id: t.string.as('twilioId'),
    message: t.string.about("Twilio's confirmation of a write; null on a row that is read."),
    profiles: t.omit,
    meta: t.omit,
    createdAt: t.dateTime,
    traits: t.json.pii.about('JSON object: trait group → its traits by name.'),
  },
  filters: { orderBy: t.enum('ASC', 'DESC') },
  create: { traits: t.json.pii },
  update: { traits: t.json.pii },
  with: 'patch',
  remove: true,
  fetch: { traitGroups: t.string.about('Names of the trait groups to return, separated by commas.') },
});
