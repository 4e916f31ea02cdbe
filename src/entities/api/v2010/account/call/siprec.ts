/** SIPREC: the sound of a call, handed to a recorder that speaks that standard. */
import { entity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';
import { byName, source, stop, tap } from './tap.ts';

export const Siprec = entity('Siprec', {
  in: Call,
  at: 'siprec',
  sid: 'SR',
  keyPattern: byName,
  about:
    'The sound of a running call on its way to a SIPREC recorder. ' +
    'Create one to start it; update it, by its `sid` or its name, to stop it.',
  fields: tap,
  create: {
    connectorName: t.string.about('Name under which the connector to the recorder is installed.'),
    ...source,
    statusCallback: t.url,
    statusCallbackMethod: t.httpMethod,
    parameters: t.pairs.pii.about('What the recorder is told at the start: up to 99 names with their values, as text.'),
  },
  update: stop,
  paid: ['create'],
});
