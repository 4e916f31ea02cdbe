/** Media streams, which send the audio of a call to your server. */
import { entity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';
import { byName, source, stop, tap } from './tap.ts';

export const Stream = entity('Stream', {
  in: Call,
  at: 'streams',
  sid: 'MZ',
  keyPattern: byName,
  about:
    'A stream that sends the audio of a call to your WebSocket server. ' +
    'Create one to start it; update it, by its `sid` or name, to stop it.',
  fields: tap,
  create: {
    url: t.url.required.about('The WebSocket URL to send audio to: `wss://…`, or relative to the URL of the call.'),
    ...source,
    statusCallback: t.url,
    statusCallbackMethod: t.httpMethod,
    parameters: t.pairs.pii.about('Parameters for your server: an object of up to 99 names with text values.'),
  },
  update: stop,
  paid: ['create'],
});
