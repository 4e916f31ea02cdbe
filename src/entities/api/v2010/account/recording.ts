/** Recordings of calls and conferences. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { recording } from './recording/shared.ts';

export const Recording = entity('Recording', {
  in: Account,
  at: 'recordings',
  sid: 'RE',
  about:
    'The sound of a call or a conference. Deleting it erases the sound; what is said of it here stays for 40 days.',
  fields: {
    ...recording,
    status: t
      .enum('in-progress', 'paused', 'stopped', 'processing', 'completed', 'absent', 'deleted')
      .about('How far it is; only a completed one can be heard.'),
    // Twilio's address wants credentials; schema/extra/media.ts gives one of this server.
    mediaUrl: t.omit,
    subresourceUris: t.omit,
  },
  sortedBy: ['dateCreated', 'startTime'],
  batch: { window: 'dateCreated' },
  filters: {
    callSid: t.equal,
    conferenceSid: t.equal,
    dateCreated: t.range,
    includeSoftDeleted: t.boolean.about('Whether to list deleted ones too, for 40 days after their end.'),
  },
  remove: true,
  fetch: true,
});
