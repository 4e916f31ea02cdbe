/** SIPREC sessions, which send the audio of a call to a recorder. */
import { entity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';
import { byName, source, stop, tap } from './tap.ts';

export const Siprec = entity('Siprec', {
  in: Call,
  at: 'siprec',
  sid: 'SR',
  keyPattern: byName,
  about:
    'A session that sends the audio of a call to a SIPREC recorder. ' +
    'Create one to start it; update it, by its `sid` or name, to stop it.',
  fields: tap,
  create: {
    connectorName: t.string.about('Unique name of the installed SIPREC connector.'),
    ...source,
    statusCallback: t.url,
    statusCallbackMethod: t.httpMethod,
    parameters: t.pairs.pii.about('Parameters for the recorder: an object of up to 99 names with text values.'),
  },
  update: stop,
  paid: ['create'],
});
