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
    message: t.string,
    statusUrl: t.string,
    displayName: t.string,
    description: t.string,
    isEnabled: t.boolean,
    mappingTo: t.object('MappingTo', {
      type: t.string,
      mappings: t.object('MappingToMappings', { expression: t.string, traitGroup: t.string, traitName: t.string }).list,
    }),
    mappingFrom: t.object('MappingFrom', { type: t.string, columns: t.string.list, datasetId: t.string }),
    id: t.string.as('twilioId'),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
    version: t.int,
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
