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
    answeredBy: t.enum('unknown_answered_by', 'human', 'machine'),
    connectivityIssue: t.enum(
      'unknown_connectivity_issue',
      'no_connectivity_issue',
      'invalid_number',
      'caller_id',
      'dropped_call',
      'number_reachability',
    ),
    qualityIssues: t.string.list,
    spam: t.boolean,
    callScore: t.int,
    comment: t.string.pii,
    incident: t.string.pii,
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
    qualityIssues: t.string,
    spam: t.boolean,
    callScore: t.int,
    comment: t.string.pii,
    incident: t.string.pii,
  },
  fetch: true,
});
