/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const video = product('video.v1', (twilio) => twilio.video.v1, {
  entry: 'video',
  prefix: 'Video',
  about: 'Video rooms, their participants and tracks, recordings and compositions.',
});
