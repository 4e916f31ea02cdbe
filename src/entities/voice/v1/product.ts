/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const voice = product('voice.v1', (twilio) => twilio.voice.v1, {
  entry: 'voice',
  prefix: 'Voice',
  about:
    'Voice settings: dialing permissions, BYOC trunks, connection policies, and transcription and recording configurations.',
});
