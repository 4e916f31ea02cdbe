/** API keys. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { keySpec } from './keys.ts';

export const Key = entity('Key', {
  in: Account,
  at: 'keys',
  sid: 'SK',
  aboutList: 'API keys of the account.',
  about: 'An API key, used instead of the Auth Token. `newKeyCreate` creates one; ' + 'deleting it revokes it.',
  ...keySpec('SID of the key, used as user name.'),
  relations: {
    auditEvents: t.many(
      'MonitorEvent',
      { resourceSid: 'sid' },
      'Changes to it, by whom and when, as Monitor recorded them.',
    ),
    policy: t.row('IamApiKey', ['sid'], 'The same key with its permissions.'),
  },
});
