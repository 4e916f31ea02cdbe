/** Porting webhook. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const PortingWebhook = entity('PortingWebhook', {
  in: numbers,
  at: 'webhook',
  about: 'Where porting events are sent now.',
  fields: {
    url: t.omit,
    portInTargetUrl: t.url.about('URL to which events of numbers that come to Twilio are reported.'),
    portOutTargetUrl: t.url.about('URL to which events of numbers that leave Twilio are reported.'),
    notificationsOf: t.string.list.about('Events that are reported; empty for all.'),
    portInTargetDateCreated: t.dateTime.about('When `portInTargetUrl` was set.'),
    portOutTargetDateCreated: t.dateTime.about('When `portOutTargetUrl` was set.'),
  },
  fetch: true,
  admin: ['fetch'],
});
