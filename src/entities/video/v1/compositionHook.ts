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
    enabled: t.boolean,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    sid: t.sid,
    audioSources: t.string.pii.list,
    audioSourcesExcluded: t.string.pii.list,
    videoLayout: t.json.pii,
    resolution: t.string,
    trim: t.boolean,
    format: t.enum('mp4', 'webm'),
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
