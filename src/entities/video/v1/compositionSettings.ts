/** Video composition settings. */
import { entity, t } from '../../../model/index.ts';
import { video } from './product.ts';

export const VideoCompositionSettings = entity('VideoCompositionSettings', {
  in: video,
  at: 'compositionSettings',
  about: "Where the account's compositions are stored and how they are encrypted.",
  fields: {
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    awsCredentialsSid: t.ref('AccountsAwsCredential', 'awsCredential'),
    awsS3Url: t.url,
    awsStorageEnabled: t.boolean,
    encryptionKeySid: t.ref('AccountsPublicKey'),
    encryptionEnabled: t.boolean,
    url: t.omit,
  },
  create: {
    friendlyName: t.string.required,
    awsCredentialsSid: t.sid,
    encryptionKeySid: t.sid,
    awsS3Url: t.url,
    awsStorageEnabled: t.boolean,
    encryptionEnabled: t.boolean,
  },
  fetch: true,
  admin: ['create'],
});
