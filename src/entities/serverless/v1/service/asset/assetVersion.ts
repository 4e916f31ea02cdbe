/** Versions of an asset. */
import { entity, t } from '../../../../../model/index.ts';
import { ServerlessAsset } from '../asset.ts';

export const ServerlessAssetVersion = entity('ServerlessAssetVersion', {
  in: ServerlessAsset,
  at: 'assetVersions',
  sid: 'ZN',
  about: 'One uploaded version of an asset.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ServerlessService'),
    assetSid: t.ref('ServerlessAsset'),
    path: t.string.pii.about('Path of its URL, beginning with a slash, at most 255 characters.'),
    visibility: t
      .enum('public', 'private', 'protected')
      .about('Who can fetch it: `PUBLIC` everyone, `PROTECTED` requests signed by Twilio, `PRIVATE` Functions alone.'),
    dateCreated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  fetch: true,
});
