/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const numbers = product('numbers.v1', (twilio) => twilio.numbers.v1, {
  entry: 'numbers',
  prefix: 'Numbers',
  about: 'Regulatory compliance, porting, hosted numbers, short codes and sender IDs.',
  body: 'json',
  paging: 'token',
});
