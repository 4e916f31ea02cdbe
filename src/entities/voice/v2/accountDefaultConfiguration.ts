/** Account default configurations. */
import { entity, t } from '../../../model/index.ts';
import { voice } from './product.ts';

export const VoiceAccountDefaultConfiguration = entity('VoiceAccountDefaultConfiguration', {
  in: voice,
  at: 'accountDefaultConfiguration',
  key: t.given('type'),
  about: "The account's default voice configuration of one kind.",
  fields: {
    accountSid: t.ref('Account'),
    description: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    configuration: t.json.about(
      'Settings as JSON. Their names depend on `configuration_type`, such as Recording or Transcription.',
    ),
    message: t.omit,
    code: t.omit,
    status: t.omit,
    moreInfo: t.omit,
  },
  create: { description: t.string, configuration: t.json },
  createWith: 'key',
  update: { description: t.string, configuration: t.json },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
