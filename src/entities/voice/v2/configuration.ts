/** Configurations. */
import { entity, t } from '../../../model/index.ts';
import { voice } from './product.ts';

export const VoiceConfiguration = entity('VoiceConfiguration', {
  in: voice,
  at: 'configurations',
  key: 'id',
  argument: 'type',
  about: 'A reusable voice configuration of any kind, such as Recording or Transcription.',
  fields: {
    id: t.string.as('twilioId'),
    accountSid: t.ref('Account'),
    uniqueName: t.string.about('Your own name of the configuration. It can stand in place of its ID.'),
    description: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    configuration: t.json.about(
      'Settings as JSON. Their names depend on `configuration_type`, such as Recording or Transcription.',
    ),
  },
  create: { uniqueName: t.string, description: t.string, configuration: t.json },
  createWith: 'key',
  admin: ['create'],
});
