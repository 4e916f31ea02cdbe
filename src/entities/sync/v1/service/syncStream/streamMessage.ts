/** Message of a stream. */
import { entity, t } from '../../../../../model/index.ts';
import { SyncStream } from '../syncStream.ts';

export const SyncStreamMessage = entity('SyncStreamMessage', {
  in: SyncStream,
  at: 'streamMessages',
  inside: ['streamMessage', 'streamMessages'],
  about: 'Sends a message to everyone on a stream.',
  fields: { sid: t.sid, data: t.json.pii.about('Any JSON object, at most 4 KiB.') },
  create: { data: t.json.pii.required },
  paid: ['create'],
});
