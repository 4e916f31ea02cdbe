/** Errors and warnings of one call. */
import { entity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';
import { Notification } from '../notification.ts';

export const CallNotification = entity('CallNotification', {
  type: 'Notification',
  in: Call,
  at: 'notifications',
  plural: 'callNotifications',
  sid: 'NO',
  about: Notification.about,
  aboutList: 'Errors and warnings that Twilio logged during the call.',
  fields: Notification.fields,
  filters: { log: t.equal, messageDate: t.days },
  fetch: true,
});
