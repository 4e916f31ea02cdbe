/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const flex = product('flexApi.v2', (twilio) => twilio.flexApi.v2, { entry: 'flex', prefix: 'Flex' });
