/** Summary of a call. */
import { entity, t } from '../../../../model/index.ts';
import { InsightsCall } from '../call.ts';

export const InsightsCallSummary = entity('InsightsCallSummary', {
  in: InsightsCall,
  at: 'summary',
  one: 'summary',
  about: 'How a call went: times, edges, quality metrics, tags, final state.',
  fields: {
    accountSid: t.ref('Account'),
    callSid: t.ref('Call'),
    callType: t.enum('carrier', 'sip', 'trunking', 'client', 'whatsapp').about('What the other end of the call is.'),
    callState: t
      .enum('ringing', 'completed', 'busy', 'fail', 'noanswer', 'canceled', 'answered', 'undialed')
      .about('How the call ended, or where it stands.'),
    answeredBy: t
      .enum('unknown', 'machine_start', 'machine_end_beep', 'machine_end_silence', 'machine_end_other', 'human', 'fax')
      .about('Result of answering machine detection; null if it was off.'),
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
  batch: { list: 'InsightsCallSummaryRow', by: 'callSid', window: 'startTime' },
  fetch: { processingState: t.enum('complete', 'partial') },
  terminal: { processingState: ['complete'] },
});
