/** Whether the process lives, and whether it or one of its connections is ready: what an orchestrator asks. */

export type State = 'ready' | 'suspended' | 'draining' | 'unauthenticated' | 'unreachable';

/** What health is asked of. */
export interface Stand {
  /** The process is ending: it is ready for nothing more. */
  readonly draining: boolean;
  readonly connections: readonly { readonly name: string; state(): Promise<State> }[];
}

export interface Told {
  readonly status: 200 | 404 | 503;
  readonly body: object;
}

const OF_ONE = /^\/connections\/([^/]+)\/health\/ready$/;

export const isHealthPath = (path: string): boolean =>
  path === '/health/live' || path === '/health/ready' || OF_ONE.test(path);

export const tellHealth = async (stand: Stand, path: string): Promise<Told> => {
  if (path === '/health/live') return { status: 200, body: { status: 'live' } };
  const name = OF_ONE.exec(path)?.[1];
  const asked = stand.connections.filter((each) => name === undefined || each.name === name);
  if (name !== undefined && asked.length === 0) return { status: 404, body: { status: 'unknown' } };
  const connections = await Promise.all(asked.map((each) => stateOf(stand, each)));
  const ready = connections.some(({ state }) => state === 'ready');
  return { status: ready ? 200 : 503, body: { status: ready ? 'ready' : 'not ready', connections } };
};

const stateOf = async (
  { draining }: Stand,
  connection: Stand['connections'][number],
): Promise<{ readonly name: string; readonly state: State }> => ({
  name: connection.name,
  state: draining ? 'draining' : await connection.state(),
});
