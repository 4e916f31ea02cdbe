/** A rating of a call: gone from the SDK, still asked for by those who used it. */
import { legacyEntity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';

const issue = t.enum(
  'audio-latency',
  'digits-not-captured',
  'dropped-call',
  'imperfect-audio',
  'incorrect-caller-id',
  'one-way-audio',
  'post-dial-delay',
  'unsolicited-call',
).list;

export const CallFeedback = legacyEntity('CallFeedback', {
  in: Call,
  at: 'feedback',
  legacy: '/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Feedback.json',
  deprecated: 'Twilio took it out of its API in February 2024; annotate the call in Voice Insights instead.',
  about: 'How good a call was, in the words of who was on it. Rating a call again replaces the first rating.',
  fields: {
    sid: t.sid.about('The SID of the rated call.'),
    accountSid: t.ref('Account'),
    qualityScore: t.int.about('From 1, unusable, to 5, flawless.'),
    issues: issue.about('What went wrong; empty if nothing was reported.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  create: {
    qualityScore: t.int.required,
    issue: issue.about('What went wrong.'),
  },
  fetch: true,
});
