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
    status: t
      .enum('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED')
      .about('`PENDING` and `PROCESSING` lead to `COMPLETED` or `FAILED`.'),
    filename: t.string.about('Name of the CSV file with the profiles.'),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
    fileSize: t.int.about('Size of the file in bytes, at most 100 MiB.'),
    columnMappings: t
      .object('ColumnMappings', {
        columnName: t.string.about("Name of the column in the file's first line."),
        traitGroup: t.string.about('Name of the trait group that has the trait.'),
        traitName: t.string.about('Name of the trait that is filled.'),
      })
      .list.about('Which column of the file fills which trait.'),
    summary: t.object('Summary', {
      errors: t.int.about('Number of errors during the import.'),
      warnings: t.int.about('Number of warnings during the import.'),
    }),
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
