/** Bulk eligibilities. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const NumbersBulkEligibility = entity('NumbersBulkEligibility', {
  in: numbers,
  at: 'bulkEligibilities',
  key: 'requestId',
  about: 'Checks many phone numbers for hosting in the background.',
  fields: {
    requestId: t.string,
    url: t.omit,
    results: t.json.pii.list,
    friendlyName: t.string,
    status: t.string,
    dateCreated: t.dateTime,
    dateCompleted: t.dateTime,
  },
  create: { body: t.body },
  fetch: true,
});
