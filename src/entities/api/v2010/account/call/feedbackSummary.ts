/** A report on the ratings of an account's calls: gone from the SDK, still asked for by those who used it. */
import { legacyEntity, t } from '../../../../../model/index.ts';
import { Account } from '../../account.ts';

export const CallFeedbackSummary = legacyEntity('CallFeedbackSummary', {
  in: Account,
  at: 'feedbackSummary',
  sid: 'FS',
  legacy: '/2010-04-01/Accounts/{AccountSid}/Calls/FeedbackSummary.json',
  deprecated:
    'Twilio took it out of its API in February 2024; annotate calls in Voice Insights and read its call summaries.',
  about:
    'Ratings of all calls between two days, counted and averaged. Create one, then fetch it until it is completed.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    status: t.enum('queued', 'in-progress', 'completed', 'failed').about('How far the report is.'),
    startDate: t.date.about('First day of the report (UTC).'),
    endDate: t.date.about('Last day of the report (UTC).'),
    includeSubaccounts: t.boolean.about('Whether calls of subaccounts are counted too.'),
    callCount: t.int.about('Calls in that time.'),
    callFeedbackCount: t.int.about('Calls that somebody rated.'),
    qualityScoreAverage: t.float.about('Mean of the scores, 1 to 5; null until the report is completed.'),
    qualityScoreMedian: t.float.about('Median of the scores, 1 to 5; null until the report is completed.'),
    qualityScoreStandardDeviation: t.float.about('Spread of the scores; null until the report is completed.'),
    issues: t.json.about('Each reported issue with its count and its share of all calls.'),
    dateCreated: t.dateTime,
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
