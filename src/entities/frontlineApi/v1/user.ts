/** Users. */
import { entity, t } from '../../../model/index.ts';
import { frontline } from './product.ts';

export const FrontlineUser = entity('FrontlineUser', {
  in: frontline,
  at: 'users',
  sid: 'US',
  about: 'A sales person who uses the Frontline mobile app.',
  fields: {
    sid: t.ref('ConversationsUser'),
    identity: t.string.pii,
    friendlyName: t.string.pii,
    avatar: t.string.pii,
    state: t.enum('active', 'deactivated'),
    isAvailable: t.boolean,
    url: t.omit,
  },
  update: {
    friendlyName: t.string.pii,
    avatar: t.string.pii,
    state: t.enum('active', 'deactivated'),
    isAvailable: t.boolean,
  },
  fetch: true,
  admin: ['update'],
});
