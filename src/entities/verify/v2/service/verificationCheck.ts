/** Verification check of a service. */
import { entity, t } from '../../../../model/index.ts';
import { VerifyService } from '../service.ts';

export const VerificationCheck = entity('VerificationCheck', {
  in: VerifyService,
  at: 'verificationChecks',
  inside: ['verificationCheck', 'verificationChecks'],
  about: 'Checks the code that someone typed in.',
  fields: {
    sid: t.ref('Verification'),
    serviceSid: t.ref('VerifyService'),
    accountSid: t.ref('Account'),
    to: t.phone,
    channel: t.enum('sms', 'call', 'email', 'whatsapp', 'sna'),
    status: t.string,
    valid: t.boolean,
    amount: t.string.pii,
    payee: t.string.pii,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    snaAttemptsErrorCodes: t.json.list,
  },
  create: {
    code: t.secret,
    to: t.phone,
    verificationSid: t.sid,
    amount: t.string.pii,
    payee: t.string.pii,
    snaClientToken: t.secret,
  },
  paid: ['create'],
  terminal: { status: ['approved', 'canceled', 'max_attempts_reached', 'expired'] },
});
