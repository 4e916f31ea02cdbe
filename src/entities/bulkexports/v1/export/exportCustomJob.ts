/** Custom jobs of an export. */
import { entity, t } from '../../../../model/index.ts';
import { BulkExport } from '../export.ts';

export const BulkExportCustomJob = entity('BulkExportCustomJob', {
  in: BulkExport,
  at: 'exportCustomJobs',
  plural: 'customJobs',
  inside: ['customJob', 'customJobs'],
  maxPage: 1000,
  about: 'Orders an export over a range of days and lists the ones ordered so far.',
  fields: {
    friendlyName: t.string,
    resourceType: t.string,
    startDay: t.string,
    endDay: t.string,
    webhookUrl: t.string,
    webhookMethod: t.string,
    email: t.string.pii,
    jobSid: t.ref('BulkExportJob'),
    details: t.json.list,
    jobQueuePosition: t.string,
    estimatedCompletionTime: t.string,
  },
  filters: {},
  create: {
    startDay: t.string.required,
    endDay: t.string.required,
    friendlyName: t.string.required,
    webhookUrl: t.string,
    webhookMethod: t.string,
    email: t.string.pii,
  },
  paid: ['create'],
});
