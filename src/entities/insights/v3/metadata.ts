/** Insights metadata. */
import { entity, t } from '../../../model/index.ts';
import { insights } from './product.ts';

export const InsightsMetadata = entity('InsightsMetadata', {
  in: insights,
  at: 'metadata',
  about: 'Which measures and dimensions conversation analytics offers.',
  fields: {
    domain: t.string,
    cubes: t.object('Cubes', {
      name: t.string,
      description: t.string,
      measures: t.object('CubesMeasures', {
        name: t.string,
        description: t.string,
        type: t.string,
        aggregation: t.string,
      }).list,
      dimensions: t.object('CubesDimensions', { name: t.string, description: t.string, type: t.string }).list,
    }).list,
  },
  fetch: true,
});
