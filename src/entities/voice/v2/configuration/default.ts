/** Default configuration of a configuration. */
import { entity, t } from '../../../../model/index.ts';
import { VoiceConfiguration } from '../configuration.ts';

export const VoiceDefaultConfiguration = entity('VoiceDefaultConfiguration', {
  in: VoiceConfiguration,
  at: 'default',
  inside: ['defaultConfiguration', 'defaultConfigurations'],
  about: 'Makes a configuration the default of its kind, or reads that default.',
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
  create: { configurationId: t.string.about('ID of the configuration that becomes the default of its kind.') },
  fetch: true,
  admin: ['create'],
});
