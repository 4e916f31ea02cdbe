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
    message: t.string,
    statusUrl: t.string,
    displayName: t.string,
    description: t.string,
    traits: t.json,
    version: t.int,
    traitGroup: t.object('TraitGroup', {
      displayName: t.string,
      description: t.string,
      traits: t.json,
      version: t.int,
    }),
    meta: t.omit,
  },
  filters: { includeTraits: t.boolean, orderBy: t.enum('ASC', 'DESC') },
  create: { displayName: t.string.required, description: t.string, traits: t.json },
  update: { description: t.string, traits: t.json },
  with: 'patch',
  headers: { update: { ifMatch: t.header('If-Match') } },
  remove: true,
  fetch: { includeTraits: t.boolean, pageSize: t.int, pageToken: t.string, orderBy: t.enum('ASC', 'DESC') },
});
