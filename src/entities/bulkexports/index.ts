/** The resources of bulkexports. */

export { BulkExportDay } from './v1/export/day.ts';
export { BulkExportCustomJob } from './v1/export/exportCustomJob.ts';
export { BulkExportJob } from './v1/export/job.ts';
export { BulkExport } from './v1/export.ts';
export { BulkExportConfiguration } from './v1/exportConfiguration.ts';
