/** Custom field mappings. */
import { entity, t } from '../../../model/index.ts';
import { insights } from './product.ts';

export const InsightsCustomFieldMapping = entity('InsightsCustomFieldMapping', {
  in: insights,
  at: 'customFieldMappings',
  key: 'id',
  argument: 'mappingId',
  etag: true,
  about: 'Maps a field of your data to a name that analytics queries can use.',
  fields: {
    id: t.string.as('twilioId'),
    category: t.enum('MEASURE').about('Kind of value: MEASURE for numbers that queries can aggregate.'),
    name: t.string.about('Name under which queries find the field: letters, digits and `_`. It cannot change.'),
    description: t.string,
    entityMetadata: t
      .object('EntityMetadata', {
        sourceType: t.enum('INTELLIGENCE_OPERATOR'),
        intelligenceOperator: t
          .object('EntityMetadataIntelligenceOperator', {
            operatorId: t.string.about('ID of the Intelligence operator. It cannot change.'),
            operatorName: t.string.about('Name of the operator for display.'),
            field: t.string.about(
              "Path to a number in the operator's results, of one or two names, such as `scores.leadScore`.",
            ),
          })
          .about('The Intelligence operator whose results hold the values.'),
      })
      .about('Where the values come from.'),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
  },
  filters: {},
  create: {
    category: t.enum('MEASURE').required,
    name: t.string.required,
    description: t.string,
    entityMetadata: t.object('EntityMetadata', {
      sourceType: t.enum('INTELLIGENCE_OPERATOR').required,
      intelligenceOperator: t
        .object('EntityMetadataIntelligenceOperator', {
          operatorId: t.string.required,
          operatorName: t.string,
          field: t.string.required,
        })
        .about('The Intelligence operator whose results hold the values.'),
    }).required,
  },
  update: {
    entityMetadata: t.object('EntityMetadata', {
      sourceType: t.enum('INTELLIGENCE_OPERATOR').required,
      intelligenceOperator: t
        .object('EntityMetadataIntelligenceOperator', { field: t.string })
        .about('The Intelligence operator whose results hold the values.'),
    }),
  },
  with: 'patch',
  headers: { update: { ifMatch: t.header('If-Match') } },
  fetch: true,
  admin: ['create'],
});
