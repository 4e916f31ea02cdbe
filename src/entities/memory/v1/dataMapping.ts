/** Data mappings. */
import { entity, t } from '../../../model/index.ts';
import { memory } from './product.ts';
import { MemoryStore } from './store.ts';

export const MemoryDataMapping = entity('MemoryDataMapping', {
  in: memory,
  at: 'dataMappings',
  by: MemoryStore,
  key: 'id',
  argument: 'dataMappingId',
  maxPage: 100,
  etag: true,
  about: "How fields of an outside data source fill a profile's traits.",
  fields: {
    message: t.string.about("Twilio's confirmation of a write; null on a row that is read."),
    statusUrl: t.string.about("Twilio's URL of the operation that the write started."),
    displayName: t.string,
    description: t.string,
    isEnabled: t.boolean.about('Whether data flow through the mapping.'),
    mappingTo: t
      .object('MappingTo', {
        type: t.string,
        mappings: t
          .object('MappingToMappings', {
            expression: t.string.about('Name of the column in the source.'),
            traitGroup: t.string.about('Name of the trait group that has the trait.'),
            traitName: t.string.about('Name of the trait that is filled.'),
          })
          .list.about('Which column fills which trait.'),
      })
      .about('Where the data go.'),
    mappingFrom: t
      .object('MappingFrom', {
        type: t.string,
        columns: t.string.list.about('Names of the columns of the source.'),
        datasetId: t.string.about('ID of the data set that is the source.'),
      })
      .about('Where the data come from.'),
    id: t.string.as('twilioId'),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
    version: t.int.about('Grows by one with each change.'),
  },
  filters: { orderBy: t.enum('ASC', 'DESC'), type: t.enum('INGRESS', 'DATASET_CLOUDAPP', 'DATASET_WAREHOUSE') },
  create: {
    displayName: t.string.required,
    description: t.string,
    isEnabled: t.boolean,
    mappingTo: t.object('MappingTo', {
      type: t.string.required,
      mappings: t.object('MappingToMappings', {
        expression: t.string.required,
        traitGroup: t.string.required,
        traitName: t.string.required,
      }).list.required,
    }).required,
    mappingFrom: t.object('MappingFrom', {
      type: t.string.required,
      columns: t.string.list.required,
      datasetId: t.string.required,
    }).required,
  },
  update: {
    displayName: t.string,
    description: t.string,
    isEnabled: t.boolean,
    mappingTo: t.object('MappingTo', {
      type: t.string.required,
      mappings: t.object('MappingToMappings', {
        expression: t.string.required,
        traitGroup: t.string.required,
        traitName: t.string.required,
      }).list.required,
    }),
  },
  with: 'patch',
  headers: { update: { ifMatch: t.header('If-Match') } },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
