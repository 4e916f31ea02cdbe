/** Live transcription: a call written down while it is spoken. */
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
    'A running call on its way into text, which your webhook gets piece by piece. ' +
    'Create one to start it; update it, by its `sid` or its name, to stop it.',
  fields: tap,
  create: {
    ...source,
    statusCallbackUrl: t.url.about('Where Twilio sends the text, and reports start, end and errors.'),
    statusCallbackMethod: t.httpMethod.about('How `statusCallbackUrl` is requested; POST by default.'),
    inboundTrackLabel: t.string.pii.about('Who is heard on the inbound track, as the text shall call them.'),
    outboundTrackLabel: t.string.pii.about('Who is heard on the outbound track, as the text shall call them.'),
    languageCode: t.string.about('The language that is spoken, as a BCP 47 tag such as en-US.'),
    transcriptionEngine: t.string.about('Whose speech recognition is used: google or deepgram.'),
    speechModel: t.string.about('Which model of that engine is used, such as telephony.'),
    hints: t.string.pii.about('Words and phrases to expect, with commas between.'),
    partialResults: t.boolean.about('Whether unfinished sentences are sent too; false by default.'),
    profanityFilter: t.boolean.about('Whether swear words are masked but for their first letter; true by default.'),
    enableAutomaticPunctuation: t.boolean.about('Whether the text gets punctuation; true by default.'),
    enableProviderData: t.boolean.about('Whether the raw answers of the engine are sent along.'),
    intelligenceService: t.string.about(
      'The Conversational Intelligence service, by SID (GA…) or unique name, that keeps the text and looks into it.',
    ),
    conversationConfiguration: t.string.about('Identifier of the configuration of conversations to go by.'),
    conversationId: t.string.about('The conversation that the text shall belong to.'),
    transcriptionConfigurationId: t.string.about('Identifier of a stored configuration that stands for all the rest.'),
  },
  update: stop,
  paid: ['create'],
});
