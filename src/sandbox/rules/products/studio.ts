/** Studio: flows keep their revisions, and an execution goes from widget to widget until its flow ends. */
import { TwilioError } from '../../errors.ts';
import type { Rule, Scene } from '../../rule.ts';
import type { Row, Values } from '../../store.ts';
import type { World } from '../../world.ts';

interface Widget {
  readonly name: string;
  readonly type?: string;
  readonly transitions?: readonly { readonly event?: string; readonly next?: string }[];
}
interface Definition {
  readonly initial_state?: string;
  readonly states?: readonly Widget[];
}
const isDefinition = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && typeof (value as Definition).initial_state === 'string';

const keepRevision = (world: World, { key, values }: Row): void => {
  world.make('StudioFlowRevision', [key], values);
};

export const StudioFlow: Rule = {
  create({ definition }, { user, world }) {
    if (!isDefinition(definition)) throw new TwilioError(20001, 'Flow definition is invalid');
    const sid = world.newSid('FW');
    return {
      ...{ sid, revision: 1, valid: true, errors: [], warnings: [] },
      webhookUrl: `https://webhooks.twilio.com/v1/Accounts/${user}/Flows/${sid}`,
    };
  },
  begin: (row, { world }) => keepRevision(world, row),
  update(row, { definition, ...input }, { world }) {
    if (definition !== undefined && !isDefinition(definition))
      throw new TwilioError(20001, 'Flow definition is invalid');
    const next = {
      ...input,
      ...(definition !== undefined && { definition }),
      revision: Number(row.values.revision) + 1,
    };
    keepRevision(world, { ...row, values: { ...row.values, ...next, dateUpdated: world.clock.now } });
    return next;
  },
};

export const StudioFlowValidation: Rule = {
  update: (_, { definition }) => ({ valid: isDefinition(definition) }),
};

const MAX_STEPS = 20;
/** The widgets that an execution passes when each of them goes its first way. */
const wayThrough = ({ initial_state, states = [] }: Definition): readonly string[] => {
  const way: string[] = [];
  for (let name = initial_state; name && way.length < MAX_STEPS && !way.includes(name); ) {
    way.push(name);
    name = states.find((state) => state.name === name)?.transitions?.find(({ next }) => next)?.next;
  }
  return way;
};

export const Execution: Rule = {
  create({ to }, { world, parents: [flow = ''] }) {
    const { revision } = world.store.find('StudioFlow', [], flow)?.values ?? {};
    return {
      ...{ status: 'active', contactChannelAddress: to, contactSid: world.newSid('FC'), context: {} },
      ...{ flowVersion: revision ?? 1, initiatedBy: 'REST API' },
    };
  },
  begin(row, scene) {
    const {
      world,
      parents: [flow = ''],
    } = scene;
    const way = wayThrough((world.store.find('StudioFlow', [], flow)?.values.definition ?? {}) as Definition);
    const isActive = () => !row.gone && row.values.status === 'active';
    for (const [i, from] of way.entries())
      world.clock.after(i + 1, () => isActive() && pass(row, scene, from, way[i + 1] ?? 'Ended'));
    world.clock.after(way.length + 1, () => isActive() && world.change(row, { status: 'ended' }));
  },
  update(row) {
    if (row.values.status === 'ended') throw new TwilioError(20409, 'The execution has ended', 409);
    return {};
  },
};
const pass = (row: Row, { world, user }: Scene, transitionedFrom: string, transitionedTo: string): void => {
  world.make('ExecutionStep', [...row.parents, row.key], {
    ...{ accountSid: user, name: 'next', transitionedFrom, transitionedTo, context: {}, type: 'widget' },
  });
};

/** The variables of an execution, as its widgets see them. */
const variablesOf = ({ values, parents: [flow] }: Row): Values => {
  const { to, from, contactChannelAddress, parameters } = values;
  const address = to ?? contactChannelAddress ?? null;
  return {
    trigger: { request: { to: address, from: from ?? null, parameters: parameters ?? {} } },
    contact: { channel: { address } },
    flow: { flow_sid: flow, channel: { address: from ?? null }, variables: {} },
    widgets: {},
  };
};
const context: Rule = {
  shows({ parents: [flow = '', execution = ''] }, world) {
    const row = world.store.find('Execution', [flow], execution);
    return { context: row ? variablesOf(row) : {} };
  },
};
export const ExecutionContext: Rule = context;
export const ExecutionStepContext: Rule = context;
