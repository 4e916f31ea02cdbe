/** Knowledge sources. */
import { entity, t } from '../../../model/index.ts';
import { KnowledgeBase } from './knowledgeBasis.ts';
import { knowledge } from './product.ts';

export const KnowledgeSource = entity('KnowledgeSource', {
  in: knowledge,
  at: 'knowledge',
  by: KnowledgeBase,
  key: 'id',
  one: 'knowledgeSource',
  plural: 'knowledgeSources',
  argument: 'knowledgeId',
  about: 'A file, website or text inside a knowledge base.',
  fields: {
    name: t.string,
    description: t.string,
    source: t.object('Source', {
      type: t.string,
      content: t.string,
      url: t.string,
      crawlDepth: t.int,
      crawlPeriod: t.string,
      errors: t.object('SourceErrors', {
        title: t.string,
        instances: t.object('SourceErrorsInstances', {
          type: t.string,
          code: t.int,
          instance: t.string,
          detail: t.string,
        }).list,
      }).list,
      fileName: t.string,
      fileSize: t.int,
      mimeType: t.enum('text/csv', 'text/markdown', 'application/pdf', 'text/tab-separated-values', 'text/plain'),
      importUrl: t.string,
      uploadExpiration: t.dateTime,
    }),
    id: t.string.as('twilioId'),
    status: t.enum('SCHEDULED', 'QUEUED', 'PROCESSING', 'COMPLETED', 'FAILED'),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
  },
  filters: { page: t.int },
  create: {
    name: t.string.required,
    description: t.string,
    source: t.object('Source', {
      type: t.string.required,
      content: t.string.required,
      url: t.string.required,
      crawlDepth: t.int,
      crawlPeriod: t.string,
      errors: t.object('SourceErrors', {
        title: t.string.required,
        instances: t.object('SourceErrorsInstances', {
          type: t.string.required,
          code: t.int.required,
          instance: t.string.required,
          detail: t.string,
        }).list.required,
      }).list,
      fileName: t.string.required,
      fileSize: t.int.required,
      mimeType: t.enum('text/csv', 'text/markdown', 'application/pdf', 'text/tab-separated-values', 'text/plain')
        .required,
      importUrl: t.string,
      uploadExpiration: t.dateTime,
    }),
  },
  update: {
    name: t.string.required,
    description: t.string,
    source: t.object('Source', {
      type: t.string.required,
      content: t.string.required,
      url: t.string.required,
      crawlDepth: t.int,
      crawlPeriod: t.string,
      errors: t.object('SourceErrors', {
        title: t.string.required,
        instances: t.object('SourceErrorsInstances', {
          type: t.string.required,
          code: t.int.required,
          instance: t.string.required,
          detail: t.string,
        }).list.required,
      }).list,
      fileName: t.string.required,
      fileSize: t.int.required,
      mimeType: t.enum('text/csv', 'text/markdown', 'application/pdf', 'text/tab-separated-values', 'text/plain')
        .required,
      importUrl: t.string,
      uploadExpiration: t.dateTime,
    }),
  },
  remove: true,
  fetch: true,
  paid: ['create'],
});
