/** Port in request summary. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const PortInRequestSummary = entity('PortInRequestSummary', {
  in: numbers,
  at: 'portingAllPortIns',
  plural: 'portInRequestSummaries',
  paging: { token: 'next_token' },
  about: 'A request to bring numbers over from another carrier.',
  fields: {
    portInRequestSid: t.ref('PortInRequest', 'portIn'),
    portInRequestStatus: t.string.about(
      'Such as In Review, Waiting for Signature, In Progress, Action Required, Completed, Expired or Canceled.',
    ),
    statusLastUpdatedTimestamp: t.string.about('Day on which the status last changed, such as 2025-04-30.'),
    phoneNumbersRequested: t.int,
    phoneNumbersPorted: t.int.about('How many of the numbers have moved.'),
    suggestedAction: t.string.about('What you can do to continue; null if nothing.'),
  },
  filters: {
    token: t.string,
    size: t.int,
    portInRequestSid: t.string.about('SIDs of requests, separated by commas.'),
    portInRequestStatus: t.equal,
    createdBefore: t.string.about('Only requests created before this day.'),
    createdAfter: t.string.about('Only requests created after this day.'),
  },
});
