/** Insights custom field mapping capacity. */
import { entity, t } from '../../../model/index.ts';
import { insights } from './product.ts';

export const InsightsCustomFieldMappingCapacity = entity('InsightsCustomFieldMappingCapacity', {
  in: insights,
  at: 'customFieldMappingsCapacity',
  about: 'How much of the quota of custom field mappings is used.',
  fields: {
    measure: t
      .object('Measure', { consumed: t.int, remaining: t.int })
      .about('How many mappings of the category MEASURE there are and can be.'),
  },
  fetch: true,
});
