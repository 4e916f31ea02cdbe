/** Passkey factor check of a service. */
import { entity, t } from '../../../../model/index.ts';
import { VerifyService } from '../service.ts';

export const VerifyPasskeyFactorCheck = entity('VerifyPasskeyFactorCheck', {
  in: VerifyService,
  at: 'newVerifyFactors',
  inside: ['passkeyFactorCheck', 'passkeyFactorChecks'],
  body: 'json',
  about: "Completes registering a passkey with the device's answer.",
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('VerifyService'),
    entitySid: t.sid,
    identity: t.string.pii,
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
  update: {
    id: t.string,
    rawId: t.secret.from('rawId'),
    authenticatorAttachment: t.enum('platform', 'cross-platform').from('authenticatorAttachment'),
    type: t.enum('public-key'),
    response: t.object('Response', {
      attestationObject: t.string.from('attestationObject'),
      clientDataJSON: t.string.from('clientDataJSON'),
      transports: t.string.list,
    }).pii.required,
  },
  admin: ['update'],
});
