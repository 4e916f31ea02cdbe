/** Typed configurations. */
import { entity, t } from '../../../model/index.ts';
import { voice } from './product.ts';

export const VoiceTypedConfiguration = entity('VoiceTypedConfiguration', {
  in: voice,
  at: 'type',
  key: [t.given('type'), t.given('idOrUniqueName')],
  about: 'A voice configuration, found by its kind and its name.',
  fields: {
    message: t.omit,
    code: t.omit,
    status: t.omit,
    moreInfo: t.omit,
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
  update: { uniqueName: t.string, description: t.string, configuration: t.json },
  remove: true,
  fetch: true,
  admin: ['remove', 'update'],
});
