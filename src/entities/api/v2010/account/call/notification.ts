/** What went wrong during one call. */
import { entity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';
import { Notification } from '../notification.ts';

export const CallNotification = entity('CallNotification', {
  type: 'Notification',
  in: Call,
  at: 'notifications',
  plural: 'callNotifications',
  sid: 'NO',
  about: 'An error or a warning that Twilio noted during this call.',
  fields: Notification.fields,
  filters: { log: t.equal, messageDate: t.days },
  fetch: true,
});
