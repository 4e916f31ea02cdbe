/** Flex provisioning status. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexProvisioningStatus = entity('FlexProvisioningStatus', {
  in: flex,
  at: 'provisioningStatus',
  about: 'Whether Flex is set up on this account.',
  fields: {
    status: t
      .enum('active', 'in-progress', 'not-configured', 'failed')
      .about('Progress of the setup of Flex for the account.'),
    url: t.omit,
  },
  fetch: true,
  terminal: { status: ['active', 'failed'] },
});
