/** Events of a call. */
import { entity, t } from '../../../../model/index.ts';
import { InsightsCall } from '../call.ts';

export const InsightsCallEvent = entity('InsightsCallEvent', {
  in: InsightsCall,
  at: 'events',
  one: 'event',
  inside: ['event', 'events'],
  about: "A moment in a call's life, seen by carrier, SIP or client edge.",
  fields: {
    timestamp: t.dateTime,
    callSid: t.ref('Call'),
    accountSid: t.ref('Account'),
    edge: t
      .enum('unknown_edge', 'carrier_edge', 'sip_edge', 'sdk_edge', 'client_edge')
      .named('InsightsCallEventEdgeValue')
      .about('Which part of the way of the call reports: the field of the same name has the details.'),
    group: t.string.about('Kind of event, such as `connection`, `ice` or `network-quality-warning-raised`.'),
    level: t.enum('UNKNOWN', 'DEBUG', 'INFO', 'WARNING', 'ERROR'),
    name: t.string.about('Event within its group, such as `error`.'),
    carrierEdge: t.json.about("Report of Twilio's gateway to a carrier; null for other edges."),
    sipEdge: t.json.pii.about("Report of Twilio's gateway for SIP and trunking; null for other edges."),
    sdkEdge: t.json.pii.about(
      'Report of the Voice SDK on the device, which may have its place and IP address; null for other edges.',
    ),
    clientEdge: t.json.pii.about("Report of Twilio's gateway for Voice SDK calls; null for other edges."),
    conversationRelayData: t
      .object('ConversationRelayData', {
        sessionId: t.string.about('SID (VX…) of the ConversationRelay session.'),
        sequenceNumber: t.int.about('Order of the events of the session.'),
        ttsLatency: t
          .object('ConversationRelayDataTtsLatency', { latencyMs: t.int.about('Milliseconds.') })
          .about('Time until text became speech.'),
        sttLatency: t
          .object('ConversationRelayDataSttLatency', { latencyMs: t.int.about('Milliseconds.') })
          .about('Time until speech became text.'),
        interrupt: t.object('ConversationRelayDataInterrupt', { type: t.string }).about('What cut the agent off.'),
        lastTokenReceived: t
          .object('ConversationRelayDataLastTokenReceived', { totalTokens: t.int, totalWords: t.int })
          .about('Length of an answer of the agent, once it is complete.'),
        configurations: t.object('ConversationRelayDataConfigurations', { configurations: t.json, languages: t.json }),
        languageChanged: t
          .object('ConversationRelayDataLanguageChanged', {
            ttsLanguageCode: t.string.about('Language that the agent speaks, such as en-US.'),
            transcriptionLanguageCode: t.string.about('Language in which the caller is understood, such as en-US.'),
          })
          .about('Languages after a change.'),
        callWrapUp: t
          .object('ConversationRelayDataCallWrapUp', { durationInSeconds: t.int, endStatus: t.string })
          .about('End of the session.'),
        error: t.object('ConversationRelayDataError', { errorCode: t.int, message: t.string }),
      })
      .about(
        'Report of ConversationRelay, the voice side of an AI agent; null for other events. One of its fields has a value, by `name`.',
      ),
  },
  filters: { edge: t.equal },
});
