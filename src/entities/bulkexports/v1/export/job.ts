/** Jobs of an export. */
import { entity, onList, t } from '../../../../model/index.ts';
import { BulkExport } from '../export.ts';

export const BulkExportJob = entity('BulkExportJob', {
  in: onList(BulkExport),
  at: 'jobs',
  key: 'jobSid',
  one: 'exportJob',
  inside: ['exportJob', 'exportJobs'],
  about: 'A job that exports a range of days. It can be watched and canceled.',
  fields: {
    resourceType: t.string.about('`Messages`, `Calls`, `Conferences` or `Participants`.'),
    friendlyName: t.string,
    details: t.json.list.about('How many days have reached each status, and which.'),
    startDay: t.string.about('First day, as YYYY-MM-DD.'),
    endDay: t.string.about('Last day, as YYYY-MM-DD.'),
    jobSid: t.sid,
    webhookUrl: t.string.about('URL to which Twilio reports the end of the job.'),
    webhookMethod: t.string.about('HTTP method of `webhookUrl`: GET or POST.'),
    email: t.string.pii.about('Where Twilio reports the end of the job.'),
    url: t.omit,
    jobQueuePosition: t.string.about('Number of jobs until this one, counted from 1. It only falls.'),
    estimatedCompletionTime: t.string.about('When Twilio expects the job to end.'),
  },
  relations: {
    export: t.row('BulkExport', ['resourceType'], 'The export of this kind of resource.'),
  },
  remove: true,
  fetch: true,
});
