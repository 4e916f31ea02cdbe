/** The files that came with a message. */
import { entity, t } from '../../../../../model/index.ts';
import { Message } from '../message.ts';

export const Media = entity('Media', {
  in: Message,
  at: 'media',
  plural: 'mediaItems',
  sid: 'ME',
  about: 'A file that came with a message: a picture, a sound, a video. Delete it to take it out of storage.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    parentSid: t.ref('Message').about('The message that it came with.'),
    contentType: t.string.about('MIME type of the file, such as image/jpeg.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  filters: { dateCreated: t.range },
  remove: true,
  fetch: true,
});
