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
    to: t.phone.about('A phone number in E.164 format or an email address. Give this or `verificationSid`.'),
    channel: t.enum('sms', 'call', 'email', 'whatsapp', 'sna'),
    status: t.string.about(
      '`approved` if the code is right, otherwise `pending`, or a final status such as `expired`.',
    ),
    valid: t.boolean.about('Whether the code is right.'),
    amount: t.string.pii.about('Amount of the payment, as in the verification. Required if that has one.'),
    payee: t.string.pii.about('Who receives the payment, as in the verification. Required if that has one.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    snaAttemptsErrorCodes: t.json.list.about('Errors of the attempts by silent network authentication, oldest first.'),
  },
  relations: {
    snaAttempts: t.rows(
      'VerificationAttempt',
      'snaAttemptsErrorCodes',
      ['attempt_sid'],
      'The attempts of silent network authentication',
    ),
  },
  create: {
    code: t.secret.about('What the person typed in.'),
    to: t.phone.destination,
    verificationSid: t.sid.about('SID (VE…) of the verification. Give this or `to`.'),
    amount: t.string.pii,
    payee: t.string.pii,
    snaClientToken: t.secret.about(
      'Token from the URL of the silent network authentication, if the verification enabled it.',
    ),
  },
  notFoundRefuses: true,
  paid: ['create'],
  terminal: { status: ['approved', 'canceled', 'max_attempts_reached', 'expired'] },
});
