/** Voice reports. */
import { entity, t } from '../../../model/index.ts';
import { insights } from './product.ts';

export const InsightsVoiceReport = entity('InsightsVoiceReport', {
  in: insights,
  at: 'reports',
  key: 'reportId',
  about: 'Orders a voice report over the whole account and reads it when ready.',
  fields: {
    accountSid: t.ref('Account'),
    reportId: t.string,
    status: t.enum('created', 'running', 'completed'),
    requestMeta: t.object('RequestMeta', {
      startDatetime: t.dateTime,
      endDatetime: t.dateTime,
      filters: t.object('RequestMetaFilters', { key: t.string, values: t.string.list }).list,
    }),
    url: t.omit,
    report: t.object('Report', {
      callDeliverabilityScore: t.int,
      callAnswerScore: t.int,
      totalCalls: t.int,
      callDirection: t.object('ReportCallDirection', { outbound: t.int, inbound: t.int }),
      callState: t.object('ReportCallState', {
        completed: t.int,
        fail: t.int,
        busy: t.int,
        noanswer: t.int,
        canceled: t.int,
      }),
      callType: t.object('ReportCallType', {
        carrier: t.int,
        sip: t.int,
        trunking: t.int,
        client: t.int,
        whatsapp: t.int,
      }),
      aloc: t.int,
      twilioEdgeLocation: t.json,
      callerCountryCode: t.json,
      calleeCountryCode: t.json,
      averageQueueTimeMs: t.int,
      silentCallsPercentage: t.int,
      networkIssues: t.object('ReportNetworkIssues', {
        sdk: t.object('ReportNetworkIssuesSdk', {
          iceFailuresPercentage: t.int,
          highLatencyPercentage: t.int,
          highPacketLossPercentage: t.int,
          highJitterPercentage: t.int,
        }),
        twilioGateway: t.object('ReportNetworkIssuesTwilioGateway', {
          highLatencyPercentage: t.int,
          highPacketLossPercentage: t.int,
          highJitterPercentage: t.int,
        }),
      }),
      kYT: t
        .object('ReportKYT', {
          outboundCarrierCalling: t.object('ReportKYTOutboundCarrierCalling', {
            uniqueCallingNumbers: t.int,
            uniqueCalledNumbers: t.int,
            blockedCallsByCarrier: t.object('ReportKYTOutboundCarrierCallingBlockedCallsByCarrier', {
              country: t.string,
              carriers: t.object('ReportKYTOutboundCarrierCallingBlockedCallsByCarrierCarriers', {
                carrier: t.string,
                totalCalls: t.int,
                blockedCalls: t.int,
                blockedCallsPercentage: t.int,
              }).list,
            }).list,
            shortDurationCallsPercentage: t.int,
            longDurationCallsPercentage: t.int,
            potentialRobocallsPercentage: t.int,
            brandedCalling: t.object('ReportKYTOutboundCarrierCallingBrandedCalling', {
              totalBrandedCalls: t.int,
              percentBrandedCalls: t.int,
              answerRate: t.int,
              humanAnswerRate: t.int,
              engagementRate: t.int,
              byUseCase: t.object('ReportKYTOutboundCarrierCallingBrandedCallingByUseCase', {
                useCase: t.string,
                enabledPhonenumbers: t.int,
                totalCalls: t.int,
                answerRate: t.int,
                humanAnswerRate: t.int,
                engagementRate: t.int,
              }).list,
            }),
            voiceIntegrity: t.object('ReportKYTOutboundCarrierCallingVoiceIntegrity', {
              enabledCalls: t.int,
              enabledPercentage: t.int,
              callsPerBundle: t.object('ReportKYTOutboundCarrierCallingVoiceIntegrityCallsPerBundle', {
                bundleSid: t.string,
                enabledPhonenumbers: t.int,
                totalCalls: t.int,
                answerRate: t.int,
                humanAnswerRate: t.int,
              }).list,
            }),
            stirShaken: t.object('ReportKYTOutboundCarrierCallingStirShaken', {
              callCount: t.object('ReportKYTOutboundCarrierCallingStirShakenCallCount', {
                stshA: t.int,
                stshB: t.int,
                stshC: t.int,
              }),
              percentage: t.object('ReportKYTOutboundCarrierCallingStirShakenPercentage', {
                stshA: t.int,
                stshB: t.int,
                stshC: t.int,
              }),
              answerRate: t.object('ReportKYTOutboundCarrierCallingStirShakenAnswerRate', {
                stshA: t.int,
                stshB: t.int,
                stshC: t.int,
              }),
            }),
          }),
        })
        .from('KYT'),
      answeringMachineDetection: t.object('ReportAnsweringMachineDetection', {
        totalCalls: t.int,
        answeredByHumanPercentage: t.int,
        answeredByMachinePercentage: t.int,
      }),
    }),
  },
  create: {
    timeRange: t.object('TimeRange', { startDatetime: t.dateTime, endDatetime: t.dateTime }),
    filters: t.object('Filters', { key: t.string, values: t.string.list }).list,
  },
  fetch: true,
  terminal: { status: ['completed'] },
});
