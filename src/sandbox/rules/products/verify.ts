/** Verify: codes that are sent, checked and expire. */
import { notFound, TwilioError } from '../../errors.ts';
import type { Rule, Scene } from '../../rule.ts';
import type { Row, Values } from '../../store.ts';

/** The code that every verification of the sandbox waits for, unless its create gave one. */
const CODE = '123456';
const EXPIRES_AFTER = 600;
const MAX_CHECKS = 5;
const CHANNELS = ['sms', 'call', 'email', 'whatsapp', 'sna'];

export const VerifyService: Rule = {
  defaults: { codeLength: 6, push: {}, totp: {} },
  create: ({ friendlyName, push, totp }) => ({
    push: { include_date: false, apn_credential_sid: null, fcm_credential_sid: null, ...(push as object) },
    totp: { issuer: friendlyName, time_step: 30, code_length: 6, skew: 1, ...(totp as object) },
  }),
};

/** The verification of this recipient that still waits for its code. */
const waiting = ({ world, parents }: Scene, is: (row: Row) => boolean): Row | undefined =>
  world.store.list('Verification', parents).find((row) => row.values.status === 'pending' && is(row));

/** One that is started again while it waits is the same verification with another attempt. */
export const Verification: Rule = {
  create({ to, channel }, scene) {
    const { world, parents, user } = scene;
    const asked = channel === 'auto' ? 'sms' : String(channel);
    if (!CHANNELS.includes(asked)) throw new TwilioError(60200, `Invalid parameter \`Channel\`: ${asked}`);
    const before = waiting(scene, ({ values }) => values.to === to);
    const sid = before?.key ?? world.newSid('VE');
    const attempt = world.make('VerificationAttempt', [], {
      ...{ accountSid: user, serviceSid: parents[0], verificationSid: sid, channel: asked },
      ...{ conversionStatus: 'unconverted', verifyServiceSid: parents[0] },
      ...{ price: { value: '0.0500', currency: 'usd' }, channelData: { to } },
    });
    const sent = { attempt_sid: attempt.key, channel: asked.toUpperCase(), time: world.clock.now.toISOString() };
    return {
      ...{ sid, channel: asked, status: 'pending', valid: false, checks: before?.values.checks ?? 0 },
      sendCodeAttempts: [...((before?.values.sendCodeAttempts as object[] | undefined) ?? []), sent],
      ...(before && { dateCreated: before.values.dateCreated }),
    };
  },
  begin(row, { world }) {
    world.clock.after(EXPIRES_AFTER, () => {
      if (!row.gone && row.values.status === 'pending') world.change(row, { status: 'expired' });
    });
  },
  update: (row, { status }) => {
    if (row.values.status !== 'pending') throw new TwilioError(20404, 'The verification is not pending', 404);
    return { valid: status === 'approved' };
  },
  alias: (to, rows) => rows.find(({ values }) => values.to === to && values.status === 'pending'),
};

export const VerificationCheck: Rule = {
  create({ code, to, verificationSid }, scene) {
    const { world, parents } = scene;
    const verification = waiting(
      scene,
      ({ key, values }) => key === verificationSid || (to !== undefined && values.to === to),
    );
    if (!verification) throw notFound(`Services/${parents[0]}/VerificationCheck`);
    const { channel, to: reached, customCode, checks } = verification.values;
    const tried = Number(checks ?? 0) + 1;
    const state = stateAfter(code === (customCode ?? CODE), tried);
    world.change(verification, { ...state, checks: tried });
    if (state.valid) convert(scene, verification.key);
    return { sid: verification.key, serviceSid: parents[0], to: reached, channel, ...state, code: null };
  },
};
const stateAfter = (isRight: boolean, tried: number): Values => {
  if (isRight) return { status: 'approved', valid: true };
  return { status: tried < MAX_CHECKS ? 'pending' : 'max_attempts_reached', valid: false };
};
const convert = ({ world }: Scene, verificationSid: string): void => {
  const [last] = world.store
    .list('VerificationAttempt', [])
    .filter(({ values }) => values.verificationSid === verificationSid);
  if (last) world.change(last, { conversionStatus: 'converted' });
};
