/** Media streams: the sound of a call, sent to your server as it is spoken. */
import { entity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';
import { byName, source, stop, tap } from './tap.ts';

export const Stream = entity('Stream', {
  in: Call,
  at: 'streams',
  sid: 'MZ',
  keyPattern: byName,
  about:
    'The raw sound of a running call on its way to your WebSocket, in one direction. ' +
    'Create one to start it; update it, by its `sid` or its name, to stop it.',
  fields: tap,
  create: {
    url: t.url.required.about('The WebSocket to send the sound to: `wss://…`, or relative to the URL of the call.'),
    ...source,
    statusCallback: t.url,
    statusCallbackMethod: t.httpMethod,
    parameters: t.pairs.pii.about('What your server is told at the start: up to 99 names with their values, as text.'),
  },
  update: stop,
  paid: ['create'],
});
