/** Reports on the ratings of calls, which the SDK no longer has. */
import { legacyEntity, t } from '../../../../../model/index.ts';
import { Account } from '../../account.ts';

export const CallFeedbackSummary = legacyEntity('CallFeedbackSummary', {
  in: Account,
  at: 'feedbackSummary',
  sid: 'FS',
  legacy: '/2010-04-01/Accounts/{AccountSid}/Calls/FeedbackSummary.json',
  deprecated: 'Twilio removed it from its API in February 2024. Use annotations and call summaries in Voice Insights.',
  about: 'A summary of the ratings of all calls between two days. Create one, then fetch it until it is completed.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    status: t.enum('queued', 'in-progress', 'completed', 'failed').always.about('State of the summary.'),
    startDate: t.date.about('First day of the summary (UTC).'),
    endDate: t.date.about('Last day of the summary (UTC).'),
    includeSubaccounts: t.boolean.about('Whether calls of subaccounts are included.'),
    callCount: t.int.about('Number of calls in the period.'),
    callFeedbackCount: t.int.about('Number of calls with a rating.'),
    qualityScoreAverage: t.float.about('Mean of the scores, from 1 to 5; null until the summary is completed.'),
    qualityScoreMedian: t.float.about('Median of the scores, from 1 to 5; null until the summary is completed.'),
    qualityScoreStandardDeviation: t.float.about(
      'Standard deviation of the scores; null until the summary is completed.',
    ),
    issues: t.json.about('Each reported issue with its count and its percentage of all calls.'),
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
  },
  create: {
    startDate: t.date.required,
    endDate: t.date.required,
    includeSubaccounts: t.boolean,
    statusCallback: t.url,
    statusCallbackMethod: t.httpMethod,
  },
  remove: true,
  fetch: true,
});
