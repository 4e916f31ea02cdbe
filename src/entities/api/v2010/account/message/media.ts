/** Media files of messages. */
import { entity, t } from '../../../../../model/index.ts';
import { Message } from '../message.ts';

export const Media = entity('Media', {
  in: Message,
  at: 'media',
  plural: 'mediaItems',
  when: t.positive('numMedia'),
  sid: 'ME',
  aboutList: 'Media files of the message.',
  about: 'A media file of a message, such as an image, audio or video. Delete it to remove it from storage.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    parentSid: t.ref('Message').always.about('The message of the file.'),
    contentType: t.string.always.about('MIME type of the file, such as image/jpeg.'),
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  filters: { dateCreated: t.range },
  remove: true,
  fetch: true,
});
