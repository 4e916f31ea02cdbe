/** Ratings of calls, which the SDK no longer has. */
import { legacyEntity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';

const issue = t
  .enum(
    'audio-latency',
    'digits-not-captured',
    'dropped-call',
    'imperfect-audio',
    'incorrect-caller-id',
    'one-way-audio',
    'post-dial-delay',
    'unsolicited-call',
  )
  .named('CallFeedbackIssue').list;

export const CallFeedback = legacyEntity('CallFeedback', {
  in: Call,
  at: 'feedback',
  legacy: '/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Feedback.json',
  deprecated: 'Twilio removed it from its API in February 2024. Use annotations in Voice Insights.',
  about: 'A rating of the quality of a call. Rating a call again replaces the previous rating.',
  fields: {
    sid: t.sid.about('SID of the rated call.'),
    accountSid: t.ref('Account').always,
    qualityScore: t.int.about('From 1 (worst) to 5 (best).'),
    issues: issue.about('Issues that were reported; empty if there are none.'),
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
  },
  create: {
    qualityScore: t.int.required,
    issue: issue.about('Issues to report.'),
  },
  fetch: true,
});
