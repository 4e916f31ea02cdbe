/** The resources of notify. */

export { NotifyCredential } from './v1/credential.ts';
export { NotifyBinding } from './v1/service/binding.ts';
export { NotifyNotification } from './v1/service/notification.ts';
export { NotifyService } from './v1/service.ts';
