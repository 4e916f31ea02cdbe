/** Porting webhook configuration. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const PortingWebhookConfiguration = entity('PortingWebhookConfiguration', {
  in: numbers,
  at: 'portingWebhookConfigurations',
  about: 'Says where porting events are sent.',
  fields: { url: t.omit, portInTargetUrl: t.url, portOutTargetUrl: t.url, notificationsOf: t.string.list },
  create: { body: t.body },
  admin: ['create'],
});
