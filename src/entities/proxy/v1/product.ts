/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const proxy = product('proxy.v1', (twilio) => twilio.proxy.v1, {
  entry: 'proxy',
  prefix: 'Proxy',
  about: 'Proxy: two people talk through a number of yours and do not see the number of the other.',
  deprecated:
    'Twilio closed Proxy to new customers. Use `conversations` with Programmable Voice; Flex customers keep it.',
});
