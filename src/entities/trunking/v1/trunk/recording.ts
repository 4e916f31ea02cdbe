/** Recording settings of a trunk. */
import { entity, t } from '../../../../model/index.ts';
import { SipTrunk } from '../trunk.ts';

export const SipTrunkRecordingSettings = entity('SipTrunkRecordingSettings', {
  in: SipTrunk,
  at: 'recordings',
  inside: ['recordingSettings', 'recordingSettings'],
  about: "Whether and how a trunk's calls are recorded.",
  fields: {
    mode: t
      .enum(
        'do-not-record',
        'record-from-ringing',
        'record-from-answer',
        'record-from-ringing-dual',
        'record-from-answer-dual',
      )
      .about('Whether calls are recorded, from ringing or from the answer, on one channel or two.'),
    trim: t.enum('trim-silence', 'do-not-trim').about('Whether silence at both ends of the recording is cut off.'),
  },
  update: {
    mode: t.enum(
      'do-not-record',
      'record-from-ringing',
      'record-from-answer',
      'record-from-ringing-dual',
      'record-from-answer-dual',
    ),
    trim: t.enum('trim-silence', 'do-not-trim'),
  },
  fetch: true,
  paid: ['update'],
  admin: ['update'],
});
