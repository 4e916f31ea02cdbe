/** Export jobs of an export. */
import { entity, onList, t } from '../../../../model/index.ts';
import { BulkExport } from '../export.ts';

export const BulkExportJob = entity('BulkExportJob', {
  in: onList(BulkExport),
  at: 'jobs',
  key: 'jobSid',
  one: 'exportJob',
  inside: ['exportJob', 'exportJobs'],
  about: 'One export job by its SID: look at its progress or cancel it.',
  fields: {
    resourceType: t.string,
    friendlyName: t.string,
    details: t.json.list,
    startDay: t.string,
    endDay: t.string,
    jobSid: t.sid,
    webhookUrl: t.string,
    webhookMethod: t.string,
    email: t.string.pii,
    url: t.omit,
    jobQueuePosition: t.string,
    estimatedCompletionTime: t.string,
  },
  relations: {
    export: t.row('BulkExport', ['resourceType'], 'The export of this kind of resource.'),
  },
  remove: true,
  fetch: true,
});
