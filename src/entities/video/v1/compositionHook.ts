/** Composition hooks. */
import { entity, t } from '../../../model/index.ts';
import { video } from './product.ts';

const settings = {
  friendlyName: t.string.required,
  enabled: t.boolean,
  videoLayout: t.json,
  audioSources: t.string.list,
  audioSourcesExcluded: t.string.list,
  resolution: t.string,
  format: t.enum('mp4', 'webm'),
  statusCallback: t.url,
  statusCallbackMethod: t.httpMethod,
  trim: t.boolean,
};

export const VideoCompositionHook = entity('VideoCompositionHook', {
  in: video,
  at: 'compositionHooks',
  sid: 'HK',
  about: 'A rule that makes a composition whenever a room ends.',
  fields: {
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    enabled: t.boolean.about('Whether ended group rooms are composed by this rule.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    sid: t.sid,
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
    statusCallback: t.url,
    statusCallbackMethod: t.httpMethod,
    url: t.omit,
  },
  filters: {
    enabled: t.equal,
    friendlyName: t.string,
    dateCreated: t.range.by('dateCreatedAfter', 'dateCreatedBefore'),
  },
  create: { ...settings },
  update: { ...settings },
  remove: true,
  fetch: true,
  paid: ['create'],
  admin: ['create', 'remove'],
});
