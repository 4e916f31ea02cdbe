/** Real-time transcriptions of calls. */
import { entity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';
import { byName, source, stop, tap } from './tap.ts';

export const RealtimeTranscription = entity('RealtimeTranscription', {
  in: Call,
  at: 'transcriptions',
  plural: 'realtimeTranscriptions',
  sid: 'GT',
  keyPattern: byName,
  about:
    'A real-time transcription of a call, which Twilio sends to your webhook. ' +
    'Create one to start it; update it, by its `sid` or name, to stop it.',
  fields: tap,
  create: {
    ...source,
    statusCallbackUrl: t.url.about('URL to which Twilio sends the text and reports start, end and errors.'),
    statusCallbackMethod: t.httpMethod.about('HTTP method of `statusCallbackUrl`. Default: POST.'),
    inboundTrackLabel: t.string.pii.about('Name of the speaker on the inbound track.'),
    outboundTrackLabel: t.string.pii.about('Name of the speaker on the outbound track.'),
    languageCode: t.string.about('Spoken language, as a BCP 47 tag such as en-US.'),
    transcriptionEngine: t.string.about('Speech recognition provider: google or deepgram.'),
    speechModel: t.string.about('Speech model of the provider, such as telephony.'),
    hints: t.string.pii.about('Expected words and phrases, separated by commas.'),
    partialResults: t.boolean.about('Whether partial results are sent. Default: false.'),
    profanityFilter: t.boolean.about('Whether profanity is masked. Default: true.'),
    enableAutomaticPunctuation: t.boolean.about('Whether punctuation is added. Default: true.'),
    enableProviderData: t.boolean.about('Whether the original responses of the provider are included.'),
    intelligenceService: t.string.about(
      'SID (GA…) or unique name of the Conversational Intelligence service that stores and analyzes the text.',
    ),
    conversationConfiguration: t.string.about('Identifier of the conversation configuration.'),
    conversationId: t.string.about('Identifier of the conversation to which the text belongs.'),
    transcriptionConfigurationId: t.string.about(
      'Identifier of a stored configuration, used instead of the other settings.',
    ),
  },
  update: stop,
  paid: ['create'],
});
