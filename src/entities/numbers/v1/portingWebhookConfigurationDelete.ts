/** Porting webhook configuration of types. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const PortingWebhookConfigurationOfType = entity('PortingWebhookConfigurationOfType', {
  in: numbers,
  at: 'portingWebhookConfigurationsDelete',
  key: t.given('webhookType'),
  about: 'The webhook for one kind of porting event, which can be removed.',
  fields: {},
  remove: true,
  admin: ['remove'],
});
