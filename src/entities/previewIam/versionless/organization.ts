/** Organizations. */
import { container } from '../../../model/index.ts';
import { organizations } from '../product.ts';

export const Organization = container('Organization', {
  in: organizations,
  at: 'organization',
  key: 'organizationSid',
});
