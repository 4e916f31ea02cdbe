/** Porting webhook configuration. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const PortingWebhookConfiguration = entity('PortingWebhookConfiguration', {
  in: numbers,
  at: 'portingWebhookConfigurations',
  about: 'Says where porting events are sent.',
  fields: {
    url: t.omit,
    portInTargetUrl: t.url.about('URL to which events of numbers that come to Twilio are reported.'),
    portOutTargetUrl: t.url.about('URL to which events of numbers that leave Twilio are reported.'),
    notificationsOf: t.string.list.about('Events that are reported; empty for all.'),
  },
  create: {
    body: t.body.about('`port_in_target_url`, `port_out_target_url` and `notifications_of`, as in `PortingWebhook`.'),
  },
  admin: ['create'],
});
