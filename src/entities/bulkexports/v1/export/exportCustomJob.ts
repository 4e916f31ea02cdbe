/** Custom jobs of an export. */
import { entity, t } from '../../../../model/index.ts';
import { BulkExport } from '../export.ts';

export const BulkExportCustomJob = entity('BulkExportCustomJob', {
  in: BulkExport,
  at: 'exportCustomJobs',
  plural: 'customJobs',
  inside: ['customJob', 'customJobs'],
  maxPage: 1000,
  about: 'An export of a range of days that you have ordered.',
  fields: {
    friendlyName: t.string,
    resourceType: t.string.about('`Messages`, `Calls`, `Conferences` or `Participants`.'),
    startDay: t.string.about('First day, as YYYY-MM-DD.'),
    endDay: t.string.about('Last day, as YYYY-MM-DD; at the latest two days ago.'),
    webhookUrl: t.string.about('URL to which Twilio reports the end of the job.'),
    webhookMethod: t.string.about('HTTP method of `webhookUrl`: GET or POST.'),
    email: t.string.pii.about('Where Twilio reports the end of the job.'),
    jobSid: t.ref('BulkExportJob'),
    details: t.json.list.about('How many days have reached each status, and which.'),
    jobQueuePosition: t.string.about('Number of jobs until this one, counted from 1. It only falls.'),
    estimatedCompletionTime: t.string.about('When Twilio expects the job to end.'),
  },
  filters: {},
  create: {
    startDay: t.string.required,
    endDay: t.string.required,
    friendlyName: t.string.required,
    webhookUrl: t.url,
    webhookMethod: t.string,
    email: t.string.pii,
  },
  paid: ['create'],
});
