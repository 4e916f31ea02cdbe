/** Imports. */
import { entity, t } from '../../../model/index.ts';
import { memory } from './product.ts';
import { MemoryStore } from './store.ts';

export const MemoryImport = entity('MemoryImport', {
  in: memory,
  at: 'imports',
  by: MemoryStore,
  key: 'importId',
  about: 'An upload of many profiles from a file, and its progress.',
  fields: {
    status: t.enum('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED'),
    filename: t.string,
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
    fileSize: t.int,
    columnMappings: t.object('ColumnMappings', { columnName: t.string, traitGroup: t.string, traitName: t.string })
      .list,
    summary: t.object('Summary', { errors: t.int, warnings: t.int }),
    imports: t.omit,
    meta: t.omit,
    importId: t.string,
    url: t.omit,
  },
  filters: { orderBy: t.enum('ASC', 'DESC') },
  create: {
    filename: t.string.required,
    fileSize: t.int.required,
    columnMappings: t.object('ColumnMappings', {
      columnName: t.string.required,
      traitGroup: t.string.required,
      traitName: t.string.required,
    }).list.required,
  },
  fetch: true,
  terminal: { status: ['COMPLETED', 'FAILED'] },
});
