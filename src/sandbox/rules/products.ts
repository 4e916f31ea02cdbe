/** How the products that people use most live on: codes are checked, tasks are reserved, numbers are looked up. */
import { notFound, TwilioError } from '../errors.ts';
import type { Rule } from '../rule.ts';

/** The code that every verification of the sandbox waits for. */
const CODE = '123456';

export const Verification: Rule = {
  create: ({ to, channel }, { parents }) => ({
    ...{ serviceSid: parents[0], to, channel, status: 'pending', valid: false, sendCodeAttempts: [] },
  }),
};

export const VerificationCheck: Rule = {
  create({ code, to, verificationSid }, { world, parents }) {
    const isMeant = ({ key, values }: { key: string; values: Readonly<Record<string, unknown>> }) =>
      values.status === 'pending' && (key === verificationSid || (to !== undefined && values.to === to));
    const verification = world.store.list('Verification', parents).find(isMeant);
    if (!verification) throw notFound(`Services/${parents[0]}/VerificationCheck`);
    const isRight = code === CODE;
    if (isRight) world.change(verification, { status: 'approved', valid: true });
    const { channel, to: reached } = verification.values;
    return { sid: verification.key, serviceSid: parents[0], to: reached, channel, ...stateOf(isRight), code: null };
  },
};
const stateOf = (isRight: boolean) => ({ status: isRight ? 'approved' : 'pending', valid: isRight });

/** A conversation is open from the start, and belongs to the default service. */
export const Conversation: Rule = {
  create({ state, attributes }, { world }) {
    const [service] = world.store.list('ConversationsService', []);
    return {
      state: state ?? 'active',
      attributes: attributes ?? '{}',
      timers: {},
      chatServiceSid: service?.key ?? null,
    };
  },
};

export const ConversationMessage: Rule = {
  create({ author }, { world, parents }) {
    const index = world.store.list('ConversationMessage', parents).length;
    return { index, author: author ?? 'system', attributes: '{}' };
  },
};

/** A new task is offered to the first worker who is available. */
export const TaskrouterTask: Rule = {
  create({ attributes }, { world, parents }) {
    const [queue] = world.store.list('TaskQueue', parents);
    const queued = { taskQueueSid: queue?.key ?? null, taskQueueFriendlyName: queue?.values.friendlyName ?? null };
    return { assignmentStatus: 'pending', age: 0, priority: 0, attributes: attributes ?? '{}', ...queued };
  },
  begin(task, { world, parents, user }) {
    const worker = world.store.list('Worker', parents).find(({ values }) => values.available === true);
    if (!worker) return;
    world.make('TaskReservation', [...parents, task.key], {
      ...{ accountSid: user, workspaceSid: parents[0], taskSid: task.key, reservationStatus: 'pending' },
      ...{ workerSid: worker.key, workerName: worker.values.friendlyName },
    });
    world.change(task, { assignmentStatus: 'reserved' });
  },
};

export const TaskReservation: Rule = {
  update(row, { reservationStatus }, { world, parents }) {
    if (row.values.reservationStatus !== 'pending' && reservationStatus === 'accepted')
      throw new TwilioError(20001, 'The reservation is not pending');
    const task = world.store.find('TaskrouterTask', parents.slice(0, 1), parents[1] ?? '');
    if (task && reservationStatus === 'accepted') world.change(task, { assignmentStatus: 'assigned' });
    if (task && reservationStatus === 'completed') world.change(task, { assignmentStatus: 'completed' });
    return {};
  },
};

/** What each package tells of any number. */
const PACKAGES: Readonly<Record<string, readonly [field: string, value: object]>> = {
  caller_name: ['callerName', { caller_name: 'SANDBOX CUSTOMER', caller_type: 'CONSUMER', error_code: null }],
  sim_swap: ['simSwap', { last_sim_swap: { swapped_in_period: false }, carrier_name: 'Sandbox', error_code: null }],
  call_forwarding: ['callForwarding', { call_forwarding_enabled: false, error_code: null }],
  line_type_intelligence: ['lineTypeIntelligence', { carrier_name: 'Sandbox', type: 'mobile', error_code: null }],
  line_status: ['lineStatus', { status: 'active', error_code: null }],
  identity_match: ['identityMatch', { summary_score: 80, error_code: null }],
  reassigned_number: ['reassignedNumber', { is_number_reassigned: 'no', error_code: null }],
  sms_pumping_risk: ['smsPumpingRisk', { carrier_risk_category: 'low', sms_pumping_risk_score: 4, error_code: null }],
};

export const LookupPhoneNumber: Rule = {
  selects(row, { query }) {
    const number = String(row.values.phoneNumber);
    const isValid = /^\+[1-9]\d{6,14}$/.test(number);
    const asked = (query.get('Fields') ?? '').split(',').flatMap((name) => (PACKAGES[name] ? [PACKAGES[name]] : []));
    return {
      ...{ valid: isValid, validationErrors: isValid ? [] : ['NOT_A_NUMBER'], nationalFormat: number },
      ...(number.startsWith('+1') && { countryCode: 'US', callingCountryCode: '1' }),
      ...Object.fromEntries(asked),
    };
  },
};
