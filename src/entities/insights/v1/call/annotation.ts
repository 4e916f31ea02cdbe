/** Annotation of a call. */
import { entity, t } from '../../../../model/index.ts';
import { InsightsCall } from '../call.ts';

export const InsightsCallAnnotation = entity('InsightsCallAnnotation', {
  in: InsightsCall,
  at: 'annotation',
  one: 'annotation',
  about: 'Your own judgement of a call: quality, spam, comment, incident.',
  fields: {
    callSid: t.ref('Call'),
    accountSid: t.ref('Account'),
    answeredBy: t.enum('unknown_answered_by', 'human', 'machine').about('Who answered, in your judgement.'),
    connectivityIssue: t
      .enum(
        'unknown_connectivity_issue',
        'no_connectivity_issue',
        'invalid_number',
        'caller_id',
        'dropped_call',
        'number_reachability',
      )
      .about('What kept the call from being connected, in your judgement.'),
    qualityIssues: t.string.list.about(
      'What was wrong with the sound: `low_volume`, `choppy_robotic`, `echo`, `dtmf`, `latency`, `owa` (one-way audio) or `static_noise`.',
    ),
    spam: t.boolean.about('Whether it was unwanted, or was marked as spam.'),
    callScore: t.int.about('Your rating of the call, from 1 (bad) to 5 (excellent).'),
    comment: t.string.pii.about('Note of your own; Twilio does not protect personal data in it.'),
    incident: t.string.pii.about('ID of a ticket or incident of your own.'),
    url: t.omit,
  },
  update: {
    answeredBy: t.enum('unknown_answered_by', 'human', 'machine'),
    connectivityIssue: t.enum(
      'unknown_connectivity_issue',
      'no_connectivity_issue',
      'invalid_number',
      'caller_id',
      'dropped_call',
      'number_reachability',
    ),
    qualityIssues: t.string.about('Values of the field of the same name, separated by commas.'),
    spam: t.boolean,
    callScore: t.int,
    comment: t.string.pii,
    incident: t.string.pii,
  },
  fetch: true,
});
