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
    timestamp: t.string,
    callSid: t.ref('Call'),
    accountSid: t.ref('Account'),
    edge: t
      .enum('unknown_edge', 'carrier_edge', 'sip_edge', 'sdk_edge', 'client_edge')
      .named('InsightsCallEventEdgeValue'),
    group: t.string,
    level: t.enum('UNKNOWN', 'DEBUG', 'INFO', 'WARNING', 'ERROR'),
    name: t.string,
    carrierEdge: t.json,
    sipEdge: t.json.pii,
    sdkEdge: t.json.pii,
    clientEdge: t.json.pii,
    conversationRelayData: t.object('ConversationRelayData', {
      sessionId: t.string,
      sequenceNumber: t.int,
      ttsLatency: t.object('ConversationRelayDataTtsLatency', { latencyMs: t.int }),
      sttLatency: t.object('ConversationRelayDataSttLatency', { latencyMs: t.int }),
      interrupt: t.object('ConversationRelayDataInterrupt', { type: t.string }),
      lastTokenReceived: t.object('ConversationRelayDataLastTokenReceived', { totalTokens: t.int, totalWords: t.int }),
      configurations: t.object('ConversationRelayDataConfigurations', { configurations: t.json, languages: t.json }),
      languageChanged: t.object('ConversationRelayDataLanguageChanged', {
        ttsLanguageCode: t.string,
        transcriptionLanguageCode: t.string,
      }),
      callWrapUp: t.object('ConversationRelayDataCallWrapUp', { durationInSeconds: t.int, endStatus: t.string }),
      error: t.object('ConversationRelayDataError', { errorCode: t.int, message: t.string }),
    }),
  },
  filters: { edge: t.equal },
});
