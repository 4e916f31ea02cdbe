/** Porting webhook. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const PortingWebhook = entity('PortingWebhook', {
  in: numbers,
  at: 'webhook',
  about: 'Where porting events are sent now.',
  fields: {
    url: t.omit,
    portInTargetUrl: t.url,
    portOutTargetUrl: t.url,
    notificationsOf: t.string.list,
    portInTargetDateCreated: t.dateTime,
    portOutTargetDateCreated: t.dateTime,
  },
  fetch: true,
  admin: ['fetch'],
});
