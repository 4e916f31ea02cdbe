/** Twilio's core API: its paths name the account that a resource belongs to. */
import { product } from '../../../model/index.ts';

export const apiV2010 = product('api.v2010', (twilio) => twilio.api.v2010, { paging: 'uri', account: 'path' });
