/** Passkey factor of a service. */
import { entity, t } from '../../../../model/index.ts';
import { VerifyService } from '../service.ts';

export const VerifyPasskeyFactor = entity('VerifyPasskeyFactor', {
  in: VerifyService,
  at: 'newFactors',
  inside: ['passkeyFactor', 'passkeyFactors'],
  body: 'json',
  about: 'Starts registering a passkey.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('VerifyService'),
    entitySid: t.sid,
    identity: t.string.pii,
    binding: t.json,
    options: t.json,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    friendlyName: t.string,
    status: t.enum('unverified', 'verified'),
    factorType: t.enum('push', 'totp', 'passkeys'),
    config: t.json,
    metadata: t.json.pii,
    url: t.omit,
  },
  relations: {
    factor: t.row('VerifyFactor', ['identity', 'sid'], 'The factor as it is stored.'),
    entity: t.row('VerifyEntity', ['identity'], 'The entity that the factor belongs to.'),
  },
  create: {
    friendlyName: t.string.required,
    identity: t.string.pii.required,
    config: t.object('Config', {
      relyingParty: t.object('ConfigRelyingParty', { id: t.string, name: t.string, origins: t.string.list }),
      authenticatorAttachment: t.string,
      discoverableCredentials: t.string,
      userVerification: t.string,
    }),
  },
  admin: ['create'],
});
