/** Insights metadata. */
import { entity, t } from '../../../model/index.ts';
import { insights } from './product.ts';

export const InsightsMetadata = entity('InsightsMetadata', {
  in: insights,
  at: 'metadata',
  about: 'Which measures and dimensions conversation analytics offers.',
  fields: {
    domain: t.string.about('Area of data that queries name, whose cubes these are.'),
    cubes: t
      .object('Cubes', {
        name: t.string,
        description: t.string,
        measures: t
          .object('CubesMeasures', {
            name: t.string,
            description: t.string,
            type: t.string,
            aggregation: t.string.about('How the numbers are combined, such as `sum` or `count`.'),
          })
          .list.about('Numbers that can be aggregated.'),
        dimensions: t
          .object('CubesDimensions', { name: t.string, description: t.string, type: t.string })
          .list.about('Values by which the numbers can be grouped and filtered.'),
      })
      .list.about('Tables that queries of the domain can use.'),
  },
  fetch: true,
});
