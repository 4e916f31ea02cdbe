/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const numbers = product('numbers.v2', (twilio) => twilio.numbers.v2, { entry: 'numbers', prefix: 'Numbers' });
