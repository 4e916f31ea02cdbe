/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const routesV2 = product('routes.v2', (twilio) => twilio.routes.v2, {
  entry: 'routesV2',
  prefix: 'RoutesV2',
  about: 'The voice region of a phone number.',
  deprecated: 'Use `routes`, which also covers messages.',
});

export const routes = product('routes.v2', (twilio) => twilio.routes.v2, {
  entry: 'routes',
  prefix: 'Routes',
  about: 'In which region inbound calls and messages are processed, by phone number, SIP domain or trunk.',
});
