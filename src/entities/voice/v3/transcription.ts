/** Transcriptions. */
import { entity, t } from '../../../model/index.ts';
import { voice } from './product.ts';

export const VoiceTranscription = entity('VoiceTranscription', {
  in: voice,
  at: 'transcriptions',
  key: 'id',
  argument: 'transcriptionId',
  about: 'A transcription of a finished recording, made in the background.',
  fields: {
    status: t
      .enum('PENDING', 'RUNNING', 'COMPLETED', 'FAILED')
      .about('`PENDING` and `RUNNING` lead to `COMPLETED` or `FAILED`.'),
    statusUrl: t.url.about("Twilio's URL of the state of this operation. Here, fetch the transcription again instead."),
    transcription: t
      .object('Transcription', {
        id: t.string.about('ID of the transcription.'),
        accountId: t.string,
        status: t.string.about('`PENDING` and `RUNNING` lead to `COMPLETED` or `FAILED`.'),
        transcriptionConfigurationId: t.string,
        mediaUrl: t.string.about('URL of the audio; null if it came from a recording.'),
        sourceId: t.string.about('SID of the recording that was transcribed; null if the audio came from a URL.'),
        audioStartedAt: t.dateTime.about('When the audio began, as the recording or the request says.'),
        conversationId: t.string.about(
          'ID of the conversation that stores the transcription; null until it is stored.',
        ),
        participants: t
          .object('TranscriptionParticipants', {
            type: t.string.about('Role of the speaker.'),
            address: t.string.about('Phone number in E.164 format, or another address.'),
            name: t.string,
            audioChannelIndex: t.int.about('Audio channel of the recording, counted from 1.'),
          })
          .list.about('Who speaks, by audio channel.'),
        duration: t.int.about('Length of the audio in seconds.'),
        resolvedConfiguration: t
          .object('TranscriptionResolvedConfiguration', {
            transcriptionEngine: t.string.about('Engine that was used, such as `google` or `deepgram`.'),
            speechModel: t.string.about('Model of the engine, such as `nova-3`.'),
            language: t.string.about('BCP 47 code, such as en-US.'),
            transcriptionStatusCallback: t
              .object('TranscriptionResolvedConfigurationTranscriptionStatusCallback', {
                url: t.string,
                method: t.string,
                events: t.string.list.about('Events that are sent.'),
              })
              .about('Where Twilio reports changes of status.'),
            conversationConfigurationId: t.string.about(
              'ID of the Conversations configuration that stores the transcription.',
            ),
            participantDefaults: t
              .object('TranscriptionResolvedConfigurationParticipantDefaults', {
                audioChannelIndex: t.int.about('Audio channel of the recording, counted from 1.'),
                type: t.string.about('Role of the speaker on that channel.'),
              })
              .list.about('Who speaks on which audio channel, where the request does not say.'),
          })
          .about('Settings that were used.'),
        createdAt: t.dateTime.about('When the transcription was created.'),
        updatedAt: t.dateTime,
        url: t.string,
        links: t.json.about("Twilio's URLs of related resources, such as `conversation`."),
      })
      .pii.about('The transcription itself, once there is one; null while the operation is pending.'),
    operationId: t.string.about('ID of the operation in the background.'),
    id: t.string.as('twilioId'),
    accountId: t.string,
    transcriptionConfigurationId: t.ref('VoiceTranscriptionConfiguration', 'configuration'),
    mediaUrl: t.string.about('URL of the audio; null if it came from a recording.'),
    sourceId: t.ref('Recording'),
    audioStartedAt: t.dateTime.about('When the audio began. Default for a recording: its own start.'),
    conversationId: t.ref('ConversationsV2Conversation'),
    participants: t
      .object('Participants', {
        type: t.string.about('Role of the speaker.'),
        address: t.string.about("Phone number in E.164 format, or another address. It finds the speaker's profile."),
        name: t.string,
        audioChannelIndex: t.int.about('Audio channel of the recording, counted from 1.'),
      })
      .list.about('Who speaks, by audio channel. Default: `participantDefaults` of the configuration.'),
    duration: t.int.about('Length of the audio in seconds.'),
    resolvedConfiguration: t
      .object('ResolvedConfiguration', {
        transcriptionEngine: t.string.about('Engine that was used, such as `google` or `deepgram`.'),
        speechModel: t.string.about('Model of the engine, such as `nova-3`.'),
        language: t.string.about('BCP 47 code, such as en-US.'),
        transcriptionStatusCallback: t
          .object('ResolvedConfigurationTranscriptionStatusCallback', {
            url: t.string,
            method: t.string,
            events: t.string.list.about('Events that are sent.'),
          })
          .about('Where Twilio reports changes of status.'),
        conversationConfigurationId: t.string.about(
          'ID of the Conversations configuration that stores the transcription.',
        ),
        participantDefaults: t
          .object('ResolvedConfigurationParticipantDefaults', {
            audioChannelIndex: t.int.about('Audio channel of the recording, counted from 1.'),
            type: t.string.about('Role of the speaker on that channel.'),
          })
          .list.about('Who speaks on which audio channel, where the request does not say.'),
      })
      .about('Settings that were used.'),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  relations: {
    recording: t.row(
      'Recording',
      ['sourceId'],
      'The recording that was transcribed; null if the audio came from elsewhere.',
    ),
  },
  filters: {
    languageCode: t.string.about('BCP 47 code of the language that was used, such as en-US. Case-sensitive.'),
    sourceId: t.equal,
    status: t.equal,
    createdAt: t.range.by('createdAfter', 'createdBefore'),
  },
  create: {
    transcriptionConfigurationId: t.string.required,
    inputSource: t.string,
    sourceId: t.string.required,
    participants: t.object('Participants', {
      type: t.string,
      address: t.string,
      name: t.string,
      audioChannelIndex: t.int.required,
    }).list,
    mediaUrl: t.url,
    audioStartedAt: t.dateTime,
  },
  headers: { create: { idempotencyKey: t.header('Idempotency-Key') } },
  fetch: true,
  paid: ['create'],
  terminal: { status: ['COMPLETED', 'FAILED'] },
});
