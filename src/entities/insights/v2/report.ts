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
      callDeliverabilityScore: t.float,
      callAnswerScore: t.float,
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
      aloc: t.float,
      twilioEdgeLocation: t.json,
      callerCountryCode: t.json,
      calleeCountryCode: t.json,
      averageQueueTimeMs: t.float,
      silentCallsPercentage: t.float,
      networkIssues: t.object('ReportNetworkIssues', {
        sdk: t.object('ReportNetworkIssuesSdk', {
          iceFailuresPercentage: t.float,
          highLatencyPercentage: t.float,
          highPacketLossPercentage: t.float,
          highJitterPercentage: t.float,
        }),
        twilioGateway: t.object('ReportNetworkIssuesTwilioGateway', {
          highLatencyPercentage: t.float,
          highPacketLossPercentage: t.float,
          highJitterPercentage: t.float,
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
                blockedCallsPercentage: t.float,
              }).list,
            }).list,
            shortDurationCallsPercentage: t.float,
            longDurationCallsPercentage: t.float,
            potentialRobocallsPercentage: t.float,
            brandedCalling: t.object('ReportKYTOutboundCarrierCallingBrandedCalling', {
              totalBrandedCalls: t.int,
              percentBrandedCalls: t.int,
              answerRate: t.float,
              humanAnswerRate: t.float,
              engagementRate: t.float,
              byUseCase: t.object('ReportKYTOutboundCarrierCallingBrandedCallingByUseCase', {
                useCase: t.string,
                enabledPhonenumbers: t.int,
                totalCalls: t.int,
                answerRate: t.float,
                humanAnswerRate: t.float,
                engagementRate: t.float,
              }).list,
            }),
            voiceIntegrity: t.object('ReportKYTOutboundCarrierCallingVoiceIntegrity', {
              enabledCalls: t.int,
              enabledPercentage: t.float,
              callsPerBundle: t.object('ReportKYTOutboundCarrierCallingVoiceIntegrityCallsPerBundle', {
                bundleSid: t.string,
                enabledPhonenumbers: t.int,
                totalCalls: t.int,
                answerRate: t.float,
                humanAnswerRate: t.float,
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
        answeredByHumanPercentage: t.float,
        answeredByMachinePercentage: t.float,
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
