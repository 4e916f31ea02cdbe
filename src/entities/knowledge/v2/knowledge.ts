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
    source: t
      .object('Source', {
        type: t.string.about('Kind of source: a website, a text or a file.'),
        content: t.string.about('The text itself, for a text.'),
        url: t.string.about('URL with which crawling begins, for a website.'),
        crawlDepth: t.int.about('How many links away from `url` pages are read.'),
        crawlPeriod: t.string.about('How often the website is read again.'),
        errors: t
          .object('SourceErrors', {
            title: t.string.about('Kind of error, such as 404 Not Found.'),
            instances: t
              .object('SourceErrorsInstances', {
                type: t.string.about("URI of Twilio's page on the error."),
                code: t.int.about("Twilio's error code."),
                instance: t.string.about('URL of the page that failed.'),
                detail: t.string,
              })
              .list.about('Each page that failed.'),
          })
          .list.about('What failed while reading a website, by kind of error.'),
        fileName: t.string,
        fileSize: t.int.about('Size of the file in bytes.'),
        mimeType: t.enum('text/csv', 'text/markdown', 'application/pdf', 'text/tab-separated-values', 'text/plain'),
        importUrl: t.string.about('URL to which to upload the file with PUT. Only while the status is `SCHEDULED`.'),
        uploadExpiration: t.dateTime.about('Until when `importUrl` can be used.'),
      })
      .about('Where the knowledge comes from. The fields that have a value depend on `type`.'),
    id: t.string.as('twilioId'),
    status: t
      .enum('SCHEDULED', 'QUEUED', 'PROCESSING', 'COMPLETED', 'FAILED')
      .about(
        '`SCHEDULED` waits for a file; `QUEUED` and `PROCESSING` lead to `COMPLETED` or `FAILED`. Only a completed source is searched.',
      ),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
  },
  filters: { page: t.int.about('Has no effect on the rows; Twilio repeats it in its answer.') },
  create: {
    name: t.string.required,
    description: t.string,
    source: t.object('Source', {
      type: t.string.required,
      content: t.string.required,
      url: t.url.required,
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
      url: t.url.required,
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
