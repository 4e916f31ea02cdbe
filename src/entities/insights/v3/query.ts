/** Insights query. */
import { entity, t } from '../../../model/index.ts';
import { insights } from './product.ts';

export const InsightsQuery = entity('InsightsQuery', {
  in: insights,
  at: 'query',
  about: 'Asks conversation analytics a question and answers at once.',
  fields: {
    domain: t.string.about('Area of data that the query reads; its metadata lists measures and dimensions.'),
    items: t.json.pii.list.about(
      'One object for each row of the result, with the measures and dimensions of the query.',
    ),
    meta: t.omit,
  },
  create: {
    domain: t.string,
    query: t.object('Query', {
      measures: t.string.list.about('Numbers to compute, as the metadata of the domain names them.'),
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
  fetch: { pageToken: t.string.required },
});
