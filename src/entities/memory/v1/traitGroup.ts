/** Trait groups. */
import { entity, t } from '../../../model/index.ts';
import { memory } from './product.ts';
import { MemoryStore } from './store.ts';

export const MemoryTraitGroup = entity('MemoryTraitGroup', {
  in: memory,
  at: 'traitGroups',
  by: MemoryStore,
  key: t.given('traitGroupName', 'displayName'),
  maxPage: 100,
  etag: true,
  about: 'A named group of traits with their types, defined once per store.',
  fields: {
    message: t.string.about("Twilio's confirmation of a write; null on a row that is read."),
    statusUrl: t.string.about("Twilio's URL of the operation that the write started."),
    displayName: t.string,
    description: t.string,
    traits: t.json.about(
      'JSON object: name of a trait → its definition. In an update, a trait set to null is removed.',
    ),
    version: t.int.about('Grows by one with each change.'),
    traitGroup: t.object('TraitGroup', {
      displayName: t.string,
      description: t.string,
      traits: t.json,
      version: t.int,
    }),
    meta: t.omit,
  },
  filters: { includeTraits: t.boolean.about('Whether to fill `traits`.'), orderBy: t.enum('ASC', 'DESC') },
  create: { displayName: t.string.required, description: t.string, traits: t.json },
  update: { description: t.string, traits: t.json },
  with: 'patch',
  headers: { update: { ifMatch: t.header('If-Match') } },
  remove: true,
  fetch: {
    includeTraits: t.boolean.about('Whether to fill `traits`.'),
    pageSize: t.int,
    pageToken: t.string,
    orderBy: t.enum('ASC', 'DESC'),
  },
});
