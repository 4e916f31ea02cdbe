/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const routes = product('routes.v3', (twilio) => twilio.routes.v3, {
  entry: 'routes',
  prefix: 'Routes',
  json: 'camel',
});
