/** Transcription configurations. */
import { entity, t } from '../../../model/index.ts';
import { voice } from './product.ts';

export const VoiceTranscriptionConfiguration = entity('VoiceTranscriptionConfiguration', {
  in: voice,
  at: 'transcription',
  key: 'id',
  argument: 'idOrUniqueName',
  about: 'Reusable settings for transcribing recordings: engine, model, language.',
  fields: {
    id: t.string.as('twilioId'),
    accountSid: t.ref('Account'),
    uniqueName: t.string,
    description: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    configuration: t.object('Configuration', {
      configurationType: t.string.from('configurationType'),
      transcriptionEngine: t.string.from('transcriptionEngine'),
      speechModel: t.string.from('speechModel'),
      language: t.string,
      transcriptionStatusCallback: t
        .object('ConfigurationTranscriptionStatusCallback', { url: t.string, method: t.string })
        .from('transcriptionStatusCallback'),
      conversationConfigurationId: t.string.from('conversationConfigurationId'),
      participantDefaults: t
        .object('ConfigurationParticipantDefaults', {
          audioChannelIndex: t.int.from('audioChannelIndex'),
          type: t.string,
        })
        .list.from('participantDefaults'),
    }),
    message: t.omit,
    code: t.omit,
    status: t.omit,
    moreInfo: t.omit,
  },
  create: {
    uniqueName: t.string,
    description: t.string,
    configuration: t.object('Configuration', {
      configurationType: t.string.from('configurationType').required,
      transcriptionEngine: t.string.from('transcriptionEngine').required,
      speechModel: t.string.from('speechModel'),
      language: t.string.required,
      transcriptionStatusCallback: t
        .object('ConfigurationTranscriptionStatusCallback', { url: t.string, method: t.string })
        .from('transcriptionStatusCallback'),
      conversationConfigurationId: t.string.from('conversationConfigurationId'),
      participantDefaults: t
        .object('ConfigurationParticipantDefaults', {
          audioChannelIndex: t.int.from('audioChannelIndex').required,
          type: t.string.required,
        })
        .list.from('participantDefaults').required,
    }).required,
  },
  update: {
    uniqueName: t.string,
    description: t.string,
    configuration: t.object('Configuration', {
      configurationType: t.string.from('configurationType').required,
      transcriptionEngine: t.string.from('transcriptionEngine').required,
      speechModel: t.string.from('speechModel'),
      language: t.string.required,
      transcriptionStatusCallback: t
        .object('ConfigurationTranscriptionStatusCallback', { url: t.string, method: t.string })
        .from('transcriptionStatusCallback'),
      conversationConfigurationId: t.string.from('conversationConfigurationId'),
      participantDefaults: t
        .object('ConfigurationParticipantDefaults', {
          audioChannelIndex: t.int.from('audioChannelIndex').required,
          type: t.string.required,
        })
        .list.from('participantDefaults').required,
    }).required,
  },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
