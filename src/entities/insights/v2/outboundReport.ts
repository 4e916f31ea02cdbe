/** Insights outbound report. */
import { entity, t } from '../../../model/index.ts';
import { insights } from './product.ts';

export const InsightsOutboundReport = entity('InsightsOutboundReport', {
  in: insights,
  at: 'outboundReports',
  about: 'Orders a report about outgoing calls per phone number.',
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
  },
  create: {
    timeRange: t.object('TimeRange', { startDatetime: t.dateTime, endDatetime: t.dateTime }),
    filters: t.object('Filters', { key: t.string, values: t.string.list }).list,
    size: t.int,
  },
});
