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
    uniqueName: t.string.about('Your own name of the configuration. It can stand in place of its ID.'),
    description: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    configuration: t.object('Configuration', {
      configurationType: t.string.from('configurationType').about('Always Transcription.'),
      transcriptionEngine: t.string.from('transcriptionEngine').about('`google`, `deepgram` or `twilio_managed`.'),
      speechModel: t.string
        .from('speechModel')
        .about(
          'Model of the engine: `chirp_2` for Google, `nova-3` or `nova-2` for Deepgram; none for `twilio_managed`.',
        ),
      language: t.string.about('BCP 47 code, such as en-US. With Deepgram, `multi` for several languages.'),
      transcriptionStatusCallback: t
        .object('ConfigurationTranscriptionStatusCallback', {
          url: t.string.about('URL that receives the events.'),
          method: t.string.about('HTTP method of `url`.'),
        })
        .from('transcriptionStatusCallback')
        .about('Where Twilio reports changes of status.'),
      conversationConfigurationId: t.string
        .from('conversationConfigurationId')
        .about('ID of the Conversations configuration that stores the transcription; null if it is not stored there.'),
      participantDefaults: t
        .object('ConfigurationParticipantDefaults', {
          audioChannelIndex: t.int.from('audioChannelIndex').about('Audio channel of the recording, counted from 1.'),
          type: t.string.about('Role of the speaker on that channel.'),
        })
        .list.from('participantDefaults')
        .about('Who speaks on which audio channel: exactly two, for channels 1 and 2.'),
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
        .object('ConfigurationTranscriptionStatusCallback', { url: t.url, method: t.string })
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
        .object('ConfigurationTranscriptionStatusCallback', { url: t.url, method: t.string })
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
