/** Insights inbound number report. */
import { entity, parentKey, t } from '../../../model/index.ts';
import { insights } from './product.ts';

const insightsInboundReportId = parentKey('InsightsInboundReportId', { in: insights, key: 'reportId' });

export const InsightsInboundNumberReport = entity('InsightsInboundNumberReport', {
  in: insights,
  at: 'inbound',
  by: insightsInboundReportId,
  plural: 'inboundNumberReports',
  about: 'Call quality per phone number for incoming calls, rows of a finished report.',
  fields: {
    handle: t.string,
    totalCalls: t.int,
    callAnswerScore: t.float,
    callStatePercentage: t.object('CallStatePercentage', {
      completed: t.int,
      fail: t.int,
      busy: t.int,
      noanswer: t.int,
      canceled: t.int,
    }),
    silentCallsPercentage: t.float,
  },
  filters: {},
});
