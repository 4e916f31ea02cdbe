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
    awsCredentialsSid: t
      .ref('AccountsAwsCredential', 'awsCredential')
      .about('SID (CR…) of the AWS keys with which Twilio writes to your bucket.'),
    awsS3Url: t.url.about('URL of the folder in your S3 bucket, such as https://my-bucket.s3.amazonaws.com/video.'),
    awsStorageEnabled: t.boolean.about('Whether files go to `awsS3Url`. False: Twilio stores them.'),
    encryptionKeySid: t.ref('AccountsPublicKey').about('SID (CR…) of your public key with which files are encrypted.'),
    encryptionEnabled: t.boolean.about('Whether files are encrypted with your public key of `encryptionKeySid`.'),
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
