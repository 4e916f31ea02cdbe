/** Insights inbound report. */
import { entity, t } from '../../../model/index.ts';
import { insights } from './product.ts';

export const InsightsInboundReport = entity('InsightsInboundReport', {
  in: insights,
  at: 'inboundReports',
  about: 'Orders a report about incoming calls per phone number.',
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
