/** Health checks for an orchestrator: whether the process is alive, and which of its connections are ready. */

export type State = 'ready' | 'suspended' | 'draining' | 'unauthenticated' | 'unreachable';

/** The part of the process that health is read from. */
export interface Process {
  /** The process is ending and takes no more requests. */
  readonly draining: boolean;
  readonly connections: readonly { readonly name: string; state(): Promise<State> }[];
}

interface Health {
  readonly status: 200 | 404 | 503;
  readonly body: object;
}

const OF_ONE = /^\/connections\/([^/]+)\/health\/ready$/;

export const isHealthPath = (path: string): boolean =>
  path === '/health/live' || path === '/health/ready' || OF_ONE.test(path);

export const readHealth = async (process: Process, path: string): Promise<Health> => {
  if (path === '/health/live') return { status: 200, body: { status: 'live' } };
  const name = OF_ONE.exec(path)?.[1];
  const chosen = process.connections.filter((each) => name === undefined || each.name === name);
  if (name !== undefined && chosen.length === 0) return { status: 404, body: { status: 'unknown' } };
  const connections = await Promise.all(chosen.map((each) => stateOf(process, each)));
  const ready = connections.some(({ state }) => state === 'ready');
  return { status: ready ? 200 : 503, body: { status: ready ? 'ready' : 'not ready', connections } };
};

const stateOf = async (
  { draining }: Process,
  connection: Process['connections'][number],
): Promise<{ readonly name: string; readonly state: State }> => ({
  name: connection.name,
  state: draining ? 'draining' : await connection.state(),
});
