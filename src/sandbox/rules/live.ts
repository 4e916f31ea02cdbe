/** Resources of a call in progress: streams, SIPREC, transcriptions, payments and messages to its app. */
import { invalid, TwilioError } from '../errors.ts';
import { callOf } from '../lifecycle.ts';
import type { Rule, Scene } from '../rule.ts';
import type { Row } from '../store.ts';

/** The call that the request belongs to. Throws unless it is in progress. */
export const runningCall = ({ world, parents }: Scene, otherwise = 'Call is not in-progress.'): Row => {
  const [account = '', sid = ''] = parents;
  const call = callOf(world, account, sid);
  if (call?.values.status !== 'in-progress') throw new TwilioError(21220, otherwise);
  return call;
};

const siblings = ({ world, entity, parents }: Scene): readonly Row[] => world.store.list(entity.name, parents);

/** Streams, SIPREC and live transcriptions: also found by name, and only while they run. */
export const Tap: Rule = {
  statuses: { create: 200 },
  create({ name }, scene) {
    runningCall(scene);
    if (name && siblings(scene).some((row) => row.values.name === name && row.values.status === 'in-progress'))
      throw invalid('Name', `'${name}' is in use on this call`);
    return {};
  },
  update(_row, _input, scene) {
    runningCall(scene);
    return {};
  },
  visible: (row) => row.values.status === 'in-progress',
  alias: (name, rows) => rows.find((row) => row.values.name === name && row.values.status === 'in-progress'),
};

const MOST = 1_000_000;

export const Payments: Rule = {
  statuses: { update: 202 },
  create({ chargeAmount }, scene) {
    runningCall(scene);
    const amount = Number(chargeAmount ?? 0);
    if (amount < 0 || amount >= MOST) throw invalid('ChargeAmount', 'must be from 0 to below 1000000');
    if (siblings(scene).some((row) => !row.values.status)) throw new TwilioError(64021, 'Pay: Invalid Operation');
    return {};
  },
  update({ values }, { capture, status }, scene) {
    runningCall(scene);
    if (!capture && !status) throw invalid('Capture', 'or Status must be there');
    // The idempotency key of the create stays, so that a repeated create is recognised.
    return { idempotencyKey: values.idempotencyKey };
  },
  visible: (row) => !row.values.status,
};

const isJson = (text: string): boolean => {
  try {
    return JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
};

export const UserDefinedMessage: Rule = {
  create({ content }, scene) {
    runningCall(scene);
    if (!isJson(String(content))) throw invalid('Content', 'must be JSON');
    return {};
  },
};

export const UserDefinedMessageSubscription: Rule = {
  create(_input, scene) {
    runningCall(scene);
    return {};
  },
};
