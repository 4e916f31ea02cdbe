/** Insights call summary row. */
import { entity, t } from '../../../model/index.ts';
import { insights } from './product.ts';

export const InsightsCallSummaryRow = entity('InsightsCallSummaryRow', {
  in: insights,
  at: 'callSummaries',
  one: 'callSummary',
  maxPage: 25,
  about: 'The summary of one call, as a search returns it.',
  aboutList:
    'Summaries of many calls. Without a filter on `startTime`, Twilio lists calls of the last four hours only.',
  fields: {
    accountSid: t.ref('Account'),
    callSid: t.ref('Call'),
    answeredBy: t
      .enum('unknown', 'machine_start', 'machine_end_beep', 'machine_end_silence', 'machine_end_other', 'human', 'fax')
      .about('Result of answering machine detection; null if it was off.'),
    callType: t.enum('carrier', 'sip', 'trunking', 'client', 'whatsapp').about('What the other end of the call is.'),
    callState: t
      .enum('ringing', 'completed', 'busy', 'fail', 'noanswer', 'canceled', 'answered', 'undialed')
      .about('How the call ended, or where it stands.'),
    processingState: t
      .enum('complete', 'partial')
      .about('COMPLETE once the summary no longer changes, about 30 minutes after the call; PARTIAL before.'),
    createdTime: t.dateTime.about('When the call was requested; a queue can delay its `startTime`.'),
    startTime: t.dateTime.about('When the call was started.'),
    endTime: t.dateTime,
    duration: t.int.about('Seconds from start to end, ringing included.'),
    connectDuration: t.int.about('Seconds from answer to end.'),
    from: t.json.pii.about('The caller: number or address, carrier, country and type of line.'),
    to: t.json.pii.about('The called party: number or address, carrier, country and type of line.'),
    carrierEdge: t.json.about("Values at Twilio's gateway to a carrier; null for other calls."),
    clientEdge: t.json.pii.about("Values at Twilio's gateway for Voice SDK calls; null for other calls."),
    sdkEdge: t.json.pii.about('Values of the Voice SDK on the device; null for other calls.'),
    sipEdge: t.json.pii.about("Values at Twilio's gateway for SIP and trunking; null for other calls."),
    tags: t.string.list.about('Conditions that may have harmed the call, such as `silence` or `high_packet_loss`.'),
    url: t.omit,
    attributes: t.json.about('What the call flow did, such as whether the call was a conference participant.'),
    properties: t.json.about('Details of the call as a whole, such as who hung up and the post-dial delay.'),
    trust: t.json.pii.about('Branded calling and verified caller ID of the call.'),
    annotation: t.json.pii.about('Your own judgement of the call, as in `InsightsCallAnnotation`.'),
    agentSessionSummaries: t
      .object('AgentSessionSummaries', {
        sessionId: t.string.about('SID (VX…) of the ConversationRelay session.'),
        ttsLatencyMs: t
          .object('AgentSessionSummariesTtsLatencyMs', { min: t.int, max: t.int, avg: t.float })
          .about('Milliseconds until text became speech.'),
        sttLatencyMs: t
          .object('AgentSessionSummariesSttLatencyMs', { min: t.int, max: t.int, avg: t.float })
          .about('Milliseconds until speech became text.'),
        networkLatencyMs: t
          .object('AgentSessionSummariesNetworkLatencyMs', { min: t.int, max: t.int, avg: t.float })
          .about('Milliseconds on the way to your application and back.'),
        timeToFirstAudioMs: t
          .object('AgentSessionSummariesTimeToFirstAudioMs', { min: t.int, max: t.int, avg: t.float })
          .about('Milliseconds until the agent was first heard.'),
        applicationLatencyMs: t
          .object('AgentSessionSummariesApplicationLatencyMs', {
            min: t.int,
            max: t.int,
            avg: t.float,
          })
          .about('Milliseconds that your application took to answer.'),
        tokens: t
          .object('AgentSessionSummariesTokens', {
            total: t.int,
            tokensPerSecond: t.object('AgentSessionSummariesTokensTokensPerSecond', {
              min: t.int,
              max: t.int,
              avg: t.float,
            }),
          })
          .about('Tokens of text that the agent spoke.'),
        words: t
          .object('AgentSessionSummariesWords', {
            total: t.int,
            wordsPerMinute: t.object('AgentSessionSummariesWordsWordsPerMinute', {
              min: t.int,
              max: t.int,
              avg: t.float,
            }),
          })
          .about('Words that the agent spoke.'),
        turns: t.int.about('How often the speaker changed.'),
        interruptions: t
          .object('AgentSessionSummariesInterruptions', {
            customerToAgent: t.int.about('Times that the customer cut the agent off.'),
            agentToCustomer: t.int.about('Times that the agent cut the customer off.'),
          })
          .about('How often one side cut the other off.'),
        sessionState: t.enum('unknown', 'failure', 'ended', 'hung_up').about('How the session ended.'),
      })
      .list.about('Sessions of ConversationRelay, the voice side of an AI agent, in the call.'),
  },
  filters: {
    from: t.phone,
    to: t.phone,
    fromCarrier: t.string,
    toCarrier: t.string,
    fromCountryCode: t.string.about("Two-letter country code of the caller's number."),
    toCountryCode: t.string.about('Two-letter country code of the called number.'),
    verifiedCaller: t.boolean.about('Whether STIR/SHAKEN verified the caller.'),
    hasTag: t.boolean.about('Whether the summary has any tags.'),
    callType: t.equal,
    callState: t.equal,
    direction: t.string.about(
      'One of `outbound_api`, `outbound_dial`, `inbound`, `trunking_originating` and `trunking_terminating`.',
    ),
    processingState: t.equal,
    sortBy: t.enum('start_time', 'end_time').about('Which time orders the list.'),
    subaccount: t.sid.about('SID of a subaccount whose calls are searched.'),
    abnormalSession: t.boolean.about('Whether the last SIP response was not 200 OK.'),
    answeredBy: t.equal,
    answeredByAnnotation: t.string.about('Who answered by your annotation: `human` or `machine`.'),
    connectivityIssueAnnotation: t.string.about(
      'What kept the call from being connected by your annotation, such as `dropped_call`.',
    ),
    qualityIssueAnnotation: t.string.about('What was wrong with the sound by your annotation, such as `echo`.'),
    spamAnnotation: t.boolean.about('Whether your annotation says that it was spam.'),
    callScoreAnnotation: t.string.about('Your rating of the call, from 1 (bad) to 5 (excellent).'),
    brandedEnabled: t.boolean.about('Whether the call showed the name of your business.'),
    voiceIntegrityEnabled: t.boolean.about('Whether the calling number is registered against being marked as spam.'),
    brandedBundleSid: t.string.about('SID of the bundle for branded calling.'),
    brandedLogo: t.boolean.about('Whether the call showed the logo of your business.'),
    brandedType: t.string.about('How the brand went with the call: `in_band` or `out_of_band`.'),
    brandedUseCase: t.string.about('Purpose of the call, as set up for branded calling.'),
    brandedCallReason: t.string.about('Reason for the call that was shown to the called party.'),
    voiceIntegrityBundleSid: t.string.about('SID of the Voice Integrity bundle.'),
    voiceIntegrityUseCase: t.string,
    businessProfileIdentity: t.string.about('`direct_customer` or `isv_reseller_or_partner`.'),
    businessProfileIndustry: t.string,
    businessProfileBundleSid: t.string.about('SID of the business profile.'),
    businessProfileType: t.string.about('`primary` or `secondary`.'),
    startTime: t.range.by('startTime', 'endTime'),
  },
  terminal: { processingState: ['complete'] },
});
