/** Compositions. */
import { entity, t } from '../../../model/index.ts';
import { video } from './product.ts';

export const VideoComposition = entity('VideoComposition', {
  in: video,
  at: 'compositions',
  sid: 'CJ',
  maxPage: 100,
  about: "A finished video made from a room's recordings.",
  fields: {
    accountSid: t.ref('Account'),
    status: t
      .enum('enqueued', 'processing', 'completed', 'deleted', 'failed')
      .about('`ENQUEUED` and `PROCESSING` lead to `COMPLETED` or `FAILED`. Only a completed composition has a file.'),
    dateCreated: t.dateTime,
    dateCompleted: t.dateTime.about('When the file was finished; null before.'),
    dateDeleted: t.dateTime.about('When the file was deleted; null while it exists.'),
    sid: t.sid,
    roomSid: t.ref('VideoRoom'),
    audioSources: t.string.pii.list.about(
      'Names of the audio tracks that are mixed. `*` stands for any text: `["*"]` takes all.',
    ),
    audioSourcesExcluded: t.string.pii.list.about('Names of audio tracks to leave out, with `*` as in `audioSources`.'),
    videoLayout: t.json.pii.about(
      'Regions of the picture by name, each with its video tracks and, if set, position, size and order. Empty for audio alone.',
    ),
    resolution: t.string.about('Width and height of the video in pixels, such as 1280x720. Default: 640x480.'),
    trim: t.boolean.about('Whether intervals without any media are cut out. Default: true.'),
    format: t.enum('mp4', 'webm').about('Type of the file. Default: WEBM.'),
    bitrate: t.int.about('Average bit rate of the file in kilobits per second.'),
    size: t.long.about('Size of the file in bytes.'),
    duration: t.int.about('Length of the file in seconds.'),
    mediaExternalLocation: t.url.about('URL of the file in your own S3 bucket; null if Twilio stores it.'),
    statusCallback: t.url,
    statusCallbackMethod: t.httpMethod,
    url: t.omit,
    links: t.omit,
  },
  filters: { status: t.equal, roomSid: t.equal, dateCreated: t.range.by('dateCreatedAfter', 'dateCreatedBefore') },
  create: {
    roomSid: t.sid.required,
    videoLayout: t.json,
    audioSources: t.string.list,
    audioSourcesExcluded: t.string.list,
    resolution: t.string,
    format: t.enum('mp4', 'webm'),
    statusCallback: t.url,
    statusCallbackMethod: t.httpMethod,
    trim: t.boolean,
  },
  remove: true,
  fetch: true,
  paid: ['create'],
});
