/** Insights outbound number report. */
import { entity, parentKey, t } from '../../../model/index.ts';
import { insights } from './product.ts';

const insightsOutboundReportId = parentKey('InsightsOutboundReportId', { in: insights, key: 'reportId' });

export const InsightsOutboundNumberReport = entity('InsightsOutboundNumberReport', {
  in: insights,
  at: 'outbound',
  by: insightsOutboundReportId,
  plural: 'outboundNumberReports',
  about: 'Answer rates, blocks and robocall signs per phone number for outgoing calls.',
  fields: {
    handle: t.string,
    totalCalls: t.int,
    callAnswerScore: t.float,
    callsByDeviceType: t.json,
    answerRateDeviceType: t.json,
    callStatePercentage: t.object('CallStatePercentage', {
      completed: t.int,
      fail: t.int,
      busy: t.int,
      noanswer: t.int,
      canceled: t.int,
    }),
    blockedCallsByCarrier: t.object('BlockedCallsByCarrier', {
      country: t.string,
      carriers: t.object('BlockedCallsByCarrierCarriers', {
        carrier: t.string,
        totalCalls: t.int,
        blockedCalls: t.int,
        blockedCallsPercentage: t.float,
      }).list,
    }).list,
    silentCallsPercentage: t.float,
    shortDurationCallsPercentage: t.float,
    longDurationCallsPercentage: t.float,
    potentialRobocallsPercentage: t.float,
    answeringMachineDetection: t.object('AnsweringMachineDetection', {
      totalCalls: t.int,
      answeredByHumanPercentage: t.float,
      answeredByMachinePercentage: t.float,
    }),
  },
  filters: {},
});
