/** Query jobs. */
import { entity, t } from '../../../model/index.ts';
import { insights } from './product.ts';

export const InsightsQueryJob = entity('InsightsQueryJob', {
  in: insights,
  at: 'queryJobs',
  key: 'operationId',
  paging: 'token',
  about: 'A long analytics query that runs in the background.',
  fields: {
    operationId: t.string,
    status: t.enum('PENDING', 'RUNNING', 'CANCELLED', 'COMPLETED', 'FAILED'),
    statusUrl: t.url,
    createdAt: t.dateTime,
    completedAt: t.dateTime,
    error: t
      .object('Error', { code: t.int, message: t.string, httpStatusCode: t.int, detail: t.string })
      .about('Why it failed; null otherwise.'),
    resultUrl: t.url.about('URL of the result; null until the job is completed.'),
    resultId: t.string.about('ID of the result; null until the job is completed.'),
    resultRetentionPeriod: t.string.about('How long the result is kept, as an ISO 8601 duration.'),
  },
  filters: { status: t.equal },
  create: {
    domain: t.string.about('Area of data that the query reads; its metadata lists measures and dimensions.'),
    query: t.object('Query', {
      measures: t.string.list.about('Numbers to compute.'),
      dimensions: t.string.list.about('Values by which the numbers are grouped.'),
      filters: t.object('QueryFilters', {
        op: t.string,
        expressions: t.object('QueryFiltersExpressions', {
          op: t.string.required,
          field: t.string.required,
          values: t.string.list,
        }).list.required,
      }).list,
      orderBy: t.object('QueryOrderBy', { field: t.string, direction: t.string }).list,
    }).required,
  },
  headers: { create: { idempotencyKey: t.header('Idempotency-Key') } },
  fetch: true,
  terminal: { status: ['COMPLETED', 'FAILED', 'CANCELLED'] },
});
