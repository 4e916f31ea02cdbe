/** Insights inbound report. */
import { entity, t } from '../../../model/index.ts';
import { insights } from './product.ts';

export const InsightsInboundReport = entity('InsightsInboundReport', {
  in: insights,
  at: 'inboundReports',
  about: 'Orders a report about incoming calls per phone number.',
  fields: {
    accountSid: t.ref('Account'),
    reportId: t.string.about('ID under which the finished report is read.'),
    status: t
      .enum('created', 'running', 'completed')
      .about('Reports are made in the background: rows can be listed once it is COMPLETED.'),
    requestMeta: t
      .object('RequestMeta', {
        startDatetime: t.dateTime,
        endDatetime: t.dateTime,
        filters: t.object('RequestMetaFilters', {
          key: t.string.about('What is filtered, such as `call_state`, `call_direction`, `call_type` or `silent`.'),
          values: t.string.list,
        }).list,
      })
      .about('What the report was requested for.'),
    url: t.omit,
  },
  create: {
    timeRange: t
      .object('TimeRange', { startDatetime: t.dateTime, endDatetime: t.dateTime })
      .about('Period that the report covers.'),
    filters: t
      .object('Filters', {
        key: t.string.about('What is filtered, such as `call_state`, `call_direction`, `call_type` or `silent`.'),
        values: t.string.list,
      })
      .list.about('Which calls the report covers. Default: all.'),
    size: t.int.about('Number of phone numbers with the most calls that the report covers.'),
  },
});
