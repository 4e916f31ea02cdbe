/** Insights inbound number report. */
import { entity, parentKey, t } from '../../../model/index.ts';
import { insights } from './product.ts';

const insightsInboundReportId = parentKey('InsightsInboundReportId', { in: insights, key: 'reportId' });

export const InsightsInboundNumberReport = entity('InsightsInboundNumberReport', {
  in: insights,
  at: 'inbound',
  by: insightsInboundReportId,
  plural: 'inboundNumberReports',
  aboutList: 'Call quality of a finished report, by number.',
  about: 'Call quality per phone number for incoming calls, rows of a finished report.',
  fields: {
    handle: t.string.pii.about('Phone number that the row reports on.'),
    totalCalls: t.int.about('Calls of this number in the period.'),
    callAnswerScore: t.float.about('How many of the delivered calls were answered, from 0 to 100.'),
    callStatePercentage: t
      .object('CallStatePercentage', {
        completed: t.float,
        fail: t.float,
        busy: t.float,
        noanswer: t.float,
        canceled: t.float,
      })
      .about('Percentage of calls that ended so.'),
    silentCallsPercentage: t.float.about(
      'Percentage of calls with a silent side, which hints at a broken connection or a muted microphone.',
    ),
  },
  relations: {
    phoneNumber: t.one(
      'IncomingPhoneNumber',
      { phoneNumber: 'handle' },
      'The phone number that the row is about, if the account owns it; otherwise null.',
    ),
  },
  filters: {},
});
