/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const numbersV3 = product('numbers.v3', (twilio) => twilio.numbers.v3, {
  entry: 'numbersV3',
  prefix: 'NumbersV3',
  about: 'Hosted number orders in their third version.',
  json: 'camel',
});
