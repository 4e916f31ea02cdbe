/** Memory identity resolution settings. */
import { entity, t } from '../../../model/index.ts';
import { memory } from './product.ts';
import { MemoryStore } from './store.ts';

export const MemoryIdentityResolutionSettings = entity('MemoryIdentityResolutionSettings', {
  in: memory,
  at: 'identityResolutionSettings',
  by: MemoryStore,
  etag: true,
  about: 'Rules by which a store decides that two identifiers are one person.',
  fields: {
    identifierConfigs: t.object('IdentifierConfigs', {
      idType: t.string,
      matchingAlgo: t.string,
      matchingThreshold: t.int,
      limit: t.int,
      limitPolicy: t.string,
      enforceUnique: t.boolean,
      normalization: t.string,
    }).list,
    matchingRules: t.string.list,
    version: t.int,
    message: t.string,
    statusUrl: t.string,
  },
  update: {
    identifierConfigs: t.object('IdentifierConfigs', {
      idType: t.string.required,
      matchingAlgo: t.string,
      matchingThreshold: t.int,
      limit: t.int,
      limitPolicy: t.string,
      enforceUnique: t.boolean,
      normalization: t.string,
    }).list.required,
    matchingRules: t.string.list.required,
  },
  headers: { update: { ifMatch: t.header('If-Match') } },
  fetch: true,
  admin: ['update'],
});
