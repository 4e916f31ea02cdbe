/** Passkey approval of a service. */
import { entity, t } from '../../../../model/index.ts';
import { VerifyService } from '../service.ts';

export const VerifyPasskeyApproval = entity('VerifyPasskeyApproval', {
  in: VerifyService,
  at: 'approveChallenge',
  inside: ['passkeyApproval', 'passkeyApprovals'],
  body: 'json',
  about: "Checks a device's answer to a passkey challenge.",
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('VerifyService'),
    entitySid: t.sid,
    identity: t.string.pii,
    factorSid: t.sid,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    dateResponded: t.dateTime,
    expirationDate: t.dateTime,
    status: t.enum('pending', 'expired', 'approved', 'denied'),
    respondedReason: t.enum('none', 'not_needed', 'not_requested'),
    details: t.json.pii,
    hiddenDetails: t.json.pii,
    metadata: t.json.pii,
    factorType: t.enum('push', 'totp', 'passkeys'),
    url: t.omit,
    links: t.omit,
    options: t.json,
  },
  update: {
    id: t.string.required,
    rawId: t.secret.from('rawId').required,
    authenticatorAttachment: t.enum('platform', 'cross-platform').from('authenticatorAttachment').required,
    type: t.enum('public-key'),
    response: t.object('Response', {
      authenticatorData: t.string.from('authenticatorData').required,
      clientDataJSON: t.string.from('clientDataJSON').required,
      signature: t.string.required,
      userHandle: t.string.from('userHandle'),
    }).pii.required,
  },
});
