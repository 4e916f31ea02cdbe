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
    identifierConfigs: t
      .object('IdentifierConfigs', {
        idType: t.string.about('Name of the kind of identifier, such as `phone` or `email`.'),
        matchingAlgo: t.string.about('`exact`: values must be equal. `fuzzy`: they may differ a little.'),
        matchingThreshold: t.int.about('With `fuzzy`: how alike two values must be, in percent.'),
        limit: t.int.about('How many values of this kind a profile keeps.'),
        limitPolicy: t.string.about('Which value goes when there are too many, such as the oldest (`fifo`).'),
        enforceUnique: t.boolean.about(
          'Whether a value belongs to one profile only. A second profile with the value may be merged with the first.',
        ),
        normalization: t.string.about(
          'How values are written before they are compared, such as `phone` for E.164 format or `email`.',
        ),
      })
      .list.about('The kinds of identifiers, and how each is compared.'),
    matchingRules: t.string.list.about(
      'Kinds of identifiers by which profiles are found and merged, the most important first.',
    ),
    version: t.int.about('Grows by one with each change.'),
    message: t.string.about("Twilio's confirmation of a write; null when read."),
    statusUrl: t.string.about("Twilio's URL of the operation that the write started."),
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
