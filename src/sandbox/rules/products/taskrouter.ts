/** TaskRouter: tasks are offered to available workers, whose reservations and activities follow. */
import { TwilioError } from '../../errors.ts';
import type { Rule, Scene } from '../../rule.ts';
import type { Row, Values } from '../../store.ts';
import type { World } from '../../world.ts';

const DEFAULT_TIMEOUT = 86_400;

const found = ({ world, parents }: Scene, type: string, sid: unknown): Row | undefined =>
  sid === undefined || sid === null ? undefined : world.store.find(type, parents.slice(0, 1), String(sid));

/** A worker's activity by its SID, with what follows from it. */
const inActivity = (world: World, workspace: string, sid: unknown): Values => {
  const activity = world.store.find('TaskrouterActivity', [workspace], String(sid));
  if (!activity) return {};
  const { friendlyName, available } = activity.values;
  return { activitySid: activity.key, activityName: friendlyName, available, dateStatusChanged: world.clock.now };
};

/** The activities that each workspace has from the start. */
export const Workspace: Rule = {
  defaults: { multiTaskEnabled: true, prioritizeQueueOrder: 'FIFO' },
  begin(row, { world, user }) {
    const [offline] = ['Offline', 'Available', 'Unavailable'].map((friendlyName) =>
      world.make('TaskrouterActivity', [row.key], {
        ...{ accountSid: user, friendlyName, available: friendlyName === 'Available' },
      }),
    );
    world.make('TaskChannel', [row.key], { accountSid: user, friendlyName: 'Default', uniqueName: 'default' });
    world.change(row, {
      ...{ defaultActivitySid: offline?.key, defaultActivityName: 'Offline' },
      ...{ timeoutActivitySid: offline?.key, timeoutActivityName: 'Offline' },
    });
  },
};

export const TaskQueue: Rule = {
  defaults: { targetWorkers: '1==1', maxReservedWorkers: 1, taskOrder: 'FIFO' },
  shows(row, world) {
    const nameOf = (sid: unknown) =>
      world.store.find('TaskrouterActivity', row.parents, String(sid))?.values.friendlyName ?? null;
    const { assignmentActivitySid, reservationActivitySid } = row.values;
    return {
      assignmentActivityName: nameOf(assignmentActivitySid),
      reservationActivityName: nameOf(reservationActivitySid),
    };
  },
};

export const Workflow: Rule = { defaults: { taskReservationTimeout: 120, documentContentType: 'application/json' } };

export const Worker: Rule = {
  defaults: { attributes: '{}' },
  create({ activitySid }, scene) {
    const {
      world,
      parents: [workspace = ''],
    } = scene;
    const initial = world.store.find('Workspace', [], workspace)?.values.defaultActivitySid;
    return inActivity(world, workspace, activitySid ?? initial);
  },
  begin: (_, scene) => offerWaiting(scene),
  update(row, { activitySid }, { world, parents: [workspace = ''] }) {
    if (activitySid === undefined) return {};
    const activity = inActivity(world, workspace, activitySid);
    if (!activity.activitySid) throw new TwilioError(20001, `Activity ${activitySid} does not exist`);
    return row.values.activitySid === activitySid ? {} : activity;
  },
};

/** The queue that a workflow sends all tasks to. */
const queueOf = (scene: Scene, workflow: Row | undefined): Row | undefined => {
  try {
    const { task_routing } = JSON.parse(String(workflow?.values.configuration));
    return found(scene, 'TaskQueue', task_routing.default_filter.queue);
  } catch {
    return undefined;
  }
};

/** Evaluates one comparison with `==`; other expressions match all tasks. */
const matches = (attributes: string, expression: string): boolean => {
  const [, name = '', wanted] = /^\s*(\w+)\s*==\s*["'](.*)["']\s*$/.exec(expression) ?? [];
  return wanted === undefined || JSON.parse(attributes)[name] === wanted;
};

/** A new task is offered to the first worker who is available. */
export const TaskrouterTask: Rule = {
  defaults: { attributes: '{}', priority: 0, timeout: DEFAULT_TIMEOUT },
  create({ workflowSid, taskQueueSid, taskChannel }, scene) {
    const { world, parents } = scene;
    const workflow = found(scene, 'Workflow', workflowSid) ?? world.store.list('Workflow', parents)[0];
    const queue =
      found(scene, 'TaskQueue', taskQueueSid) ?? queueOf(scene, workflow) ?? world.store.list('TaskQueue', parents)[0];
    const isMeant = ({ key, values }: Row) => [key, values.uniqueName].includes(taskChannel ?? 'default');
    const channel = world.store.list('TaskChannel', parents).find(isMeant);
    return {
      ...{ assignmentStatus: 'pending', age: 0, taskQueueEnteredDate: world.clock.now },
      ...{ workflowSid: workflow?.key ?? null, workflowFriendlyName: workflow?.values.friendlyName ?? null },
      ...{ taskQueueSid: queue?.key ?? null, taskQueueFriendlyName: queue?.values.friendlyName ?? null },
      ...{ taskChannelSid: channel?.key ?? null, taskChannelUniqueName: channel?.values.uniqueName ?? 'default' },
    };
  },
  begin: (task, scene) => offer(scene, task),
  listed({ values }, { query }) {
    const expression = query.get('EvaluateTaskAttributes');
    return !expression || matches(String(values.attributes), expression);
  },
  update(task, { assignmentStatus }, scene) {
    const next = STATE_OF_RESERVATION[String(assignmentStatus)];
    if (next && isOver(task)) throw new TwilioError(20001, `The task is ${task.values.assignmentStatus}`);
    if (next) for (const each of openReservations(scene, task)) changeReservation(scene, each, next);
    return {};
  },
  shows: (task, world) => ({ age: world.clock.since(task.values.dateCreated as Date) }),
};
/** What becomes of the reservations of a task that ends. */
const STATE_OF_RESERVATION: Readonly<Record<string, string>> = {
  ...{ completed: 'completed', canceled: 'canceled', wrapping: 'wrapping' },
};
const isOver = ({ values }: Row): boolean => ['completed', 'canceled'].includes(String(values.assignmentStatus));
const openReservations = ({ world, parents: [workspace = ''] }: Scene, task: Row): readonly Row[] =>
  world.store
    .list('TaskReservation', [workspace, task.key])
    .filter(({ values }) => ['pending', 'accepted', 'wrapping'].includes(String(values.reservationStatus)));

/** Reserves a task for a worker who is available and was not offered it before. */
const offer = ({ world, parents: [workspace = ''], user }: Scene, task: Row): void => {
  const refused = world.store.list('TaskReservation', [workspace, task.key]).map(({ values }) => values.workerSid);
  const isFree = ({ key, values }: Row) => values.available === true && !refused.includes(key);
  const worker = world.store.list('Worker', [workspace]).find(isFree);
  world.change(task, { assignmentStatus: worker ? 'reserved' : 'pending' });
  if (!worker) return;
  const reservation = {
    ...{ accountSid: user, workspaceSid: workspace, taskSid: task.key, reservationStatus: 'pending' },
    ...{ workerSid: worker.key, workerName: worker.values.friendlyName, sid: world.newSid('WR') },
  };
  world.make('TaskReservation', [workspace, task.key], reservation);
  world.make('WorkerReservation', [workspace, worker.key], reservation);
  enter(world, workspace, worker, task, 'reservationActivitySid');
};
const offerWaiting = (scene: Scene): void => {
  const tasks = scene.world.store.list('TaskrouterTask', scene.parents.slice(0, 1));
  const waiting = tasks.findLast(({ values }) => values.assignmentStatus === 'pending');
  if (waiting) offer(scene, waiting);
};

/** Puts a worker into the activity that the task's queue names. */
const enter = (world: World, workspace: string, worker: Row, task: Row, which: string): void => {
  const queue = world.store.find('TaskQueue', [workspace], String(task.values.taskQueueSid));
  const activity = inActivity(world, workspace, queue?.values[which]);
  const { activitySid: before = worker.values.activitySid } = worker.values;
  if (activity.activitySid && activity.activitySid !== before)
    world.change(worker, { ...activity, activityBefore: worker.values.activityBefore ?? before });
};
/** Puts a worker back into the activity from before the task. */
const leave = (world: World, workspace: string, worker: Row): void => {
  const { activityBefore } = worker.values;
  if (activityBefore)
    world.change(worker, { ...inActivity(world, workspace, activityBefore), activityBefore: undefined });
};

/** Changes both views of a reservation, and its worker. */
const changeReservation = ({ world, parents: [workspace = ''] }: Scene, { key, values }: Row, state: string): void => {
  const { taskSid, workerSid } = values;
  for (const [type, parent] of [
    ['TaskReservation', taskSid],
    ['WorkerReservation', workerSid],
  ] as const) {
    const view = world.store.find(type, [workspace, String(parent)], key);
    if (view) world.change(view, { reservationStatus: state });
  }
  const task = world.store.find('TaskrouterTask', [workspace], String(taskSid));
  const worker = world.store.find('Worker', [workspace], String(workerSid));
  if (!task || !worker) return;
  if (state === 'accepted') enter(world, workspace, worker, task, 'assignmentActivitySid');
  if (!['accepted', 'wrapping'].includes(state)) leave(world, workspace, worker);
};

/** The states that a reservation can be given in each state, and what the task then is. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  pending: ['accepted', 'rejected'],
  accepted: ['wrapping', 'completed'],
  wrapping: ['completed'],
};
const STATE_OF_TASK: Readonly<Record<string, string>> = {
  ...{ accepted: 'assigned', wrapping: 'wrapping', completed: 'completed' },
};

const reservation: Rule = {
  update(row, { reservationStatus }, scene) {
    if (reservationStatus === undefined) return {};
    const {
      world,
      parents: [workspace = ''],
    } = scene;
    const [before, next] = [String(row.values.reservationStatus), String(reservationStatus)];
    if (!NEXT[before]?.includes(next))
      throw new TwilioError(20001, `A reservation that is ${before} cannot be ${next}`);
    changeReservation(scene, row, next);
    const task = world.store.find('TaskrouterTask', [workspace], String(row.values.taskSid));
    const state = STATE_OF_TASK[next];
    if (task && state) world.change(task, { assignmentStatus: state });
    if (task && next === 'rejected') offer(scene, task);
    return {};
  },
};
export const TaskReservation: Rule = reservation;
export const WorkerReservation: Rule = reservation;
