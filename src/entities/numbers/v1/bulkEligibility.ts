/** Bulk eligibilities. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const NumbersBulkEligibility = entity('NumbersBulkEligibility', {
  in: numbers,
  at: 'bulkEligibilities',
  key: 'requestId',
  about: 'Checks many phone numbers for hosting in the background.',
  fields: {
    requestId: t.string.about('ID under which the results are read.'),
    url: t.omit,
    results: t.json.pii.list.about('One object for each number: `phone_number`, whether it is eligible, and why not.'),
    friendlyName: t.string,
    status: t.string.about('IN_PROGRESS or COMPLETE.'),
    dateCreated: t.dateTime,
    dateCompleted: t.dateTime.about('When the check was completed; null before.'),
  },
  create: { body: t.body },
  fetch: true,
});
