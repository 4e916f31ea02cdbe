/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const flex = product('flexApi.v1', (twilio) => twilio.flexApi.v1, {
  entry: 'flex',
  prefix: 'Flex',
  about: 'Flex, the contact center: its configuration, interactions, channels, plugins and quality assessments.',
});
