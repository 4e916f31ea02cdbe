/** Recordings of calls and conferences. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { recording } from './recording/shared.ts';

export const Recording = entity('Recording', {
  in: Account,
  at: 'recordings',
  sid: 'RE',
  about: 'An audio recording of a call or conference. Deleting it removes the audio; its metadata remains for 40 days.',
  fields: recording,
  sortedBy: ['dateCreated', 'startTime'],
  batch: { window: 'dateCreated' },
  filters: {
    callSid: t.equal,
    conferenceSid: t.equal,
    dateCreated: t.range,
    includeSoftDeleted: t.boolean
      .revealing('status', 'deleted')
      .about(
        'Whether to include recordings deleted within the last 40 days. Default: false, unless the filter compares ' +
          '`status` and accepts DELETED.',
      ),
  },
  remove: true,
  fetch: {
    includeSoftDeleted: t.boolean.about(
      'Whether to return the recording if it was deleted within the last 40 days. Default: false.',
    ),
  },
});
