/** A started sandbox, spoken to as the server speaks to Twilio: gateway, SDK client and transport are the real ones. */
import { entities } from '../../../src/entities/index.ts';
import { ApiError } from '../../../src/errors.ts';
import type { Entity } from '../../../src/model/descriptor.ts';
import { ancestors, isEntity, productName, type Sids } from '../../../src/model/path.ts';
import { createRegistry } from '../../../src/model/registry.ts';
import { type SandboxOptions, startSandbox } from '../../../src/sandbox/index.ts';
import { Gateway } from '../../../src/twilio/gateway.ts';
import { Limiter } from '../../../src/twilio/limiter/limiter.ts';
import { routesOfHost } from '../../../src/twilio/routes.ts';
import type { Input, Page } from '../../../src/twilio/rows/index.ts';
import { type Row, read } from '../../../src/twilio/rows/row.ts';
import { createClient } from '../../../src/twilio/sdk/client.ts';
import { Transport } from '../../../src/twilio/transport/transport.ts';

export const registry = createRegistry(entities);
/** The entities of the core API, all of which the seed fills. */
export const core = entities.filter((entity) => productName(entity) === 'api.v2010');
const routes = (host: string) => routesOfHost(registry, host);

/** The day from which the tests' seed counts back. */
export const ANCHOR = new Date('2026-11-02T00:00:00Z');

export const stand = async (options: Partial<SandboxOptions> = {}) => {
  let now = ANCHOR.getTime() + 12 * 3600_000;
  const sandbox = await startSandbox({ registry, routes, now: () => now, anchor: ANCHOR, ...options });
  const transport = new Transport({ limiter: new Limiter(10_000), origin: sandbox.origin, timeoutMs: 5000 });
  const { accountSid, authToken } = sandbox;
  const connect = (username: string, password: string) =>
    new Gateway(createClient({ accountSid, username, password }, transport), registry);
  const gateway = connect(accountSid, authToken);

  /** SIDs of a parent with something in it, found by walking down the lists. */
  const placeOf = async (entity: Entity): Promise<Sids> => {
    const parent = ancestors(entity).filter(isEntity).at(-1);
    if (!parent) return [];
    if (parent.name === 'Account') return [accountSid];
    const above = await placeOf(parent);
    // The list of conferences has the running ones only, unless another status is asked for.
    const rest = parent.name === 'Conference' ? await everything(parent, above, { status: 'completed' }) : [];
    const all = [...(await everything(parent, above)), ...rest];
    for (const row of all) {
      const rows = entity.filters ? (await gateway.page(entity, row.sids, { pageSize: 1 })).rows : [];
      if (rows.length > 0) return row.sids;
    }
    return all[0]?.sids ?? above;
  };
  /** Where one can be made or changed: most of what lies in a call or is recorded of a conference is so while it lasts. */
  const placeToMake = async (entity: Entity): Promise<Sids> => {
    if (entity.name === 'ConferenceRecording') {
      const { rows } = await gateway.page(registry.get('Conference'), [accountSid], { status: 'in-progress' });
      const guest = { to: '+12065550177', from: '+14155550100', conferenceRecord: 'record-from-start' };
      return (await gateway.create(registry.get('Participant'), rows[0]?.sids ?? [], guest)).sids.slice(0, 2);
    }
    if (ancestors(entity).at(-1)?.name !== 'Call' || entity.legacy) return placeOf(entity);
    const { rows } = await gateway.page(registry.get('Call'), [accountSid], { status: 'in-progress', pageSize: 1 });
    return rows[0]?.sids ?? [];
  };
  const everything = async (entity: Entity, parents: Sids, params: Input = {}): Promise<Row[]> => {
    const rows: Row[] = [];
    let page: Page = await gateway.page(entity, parents, params);
    for (;;) {
      rows.push(...page.rows);
      if (!page.next) return rows;
      page = await gateway.page(entity, parents, {}, page.next);
    }
  };

  return {
    sandbox,
    gateway,
    connect,
    placeOf,
    placeToMake,
    everything,
    account: accountSid,
    pass: (seconds: number) => {
      now += seconds * 1000;
    },
    list: (name: string, params: Input = {}, parents: Sids = [accountSid]) =>
      everything(registry.get(name), parents, params),
    create: (name: string, input: Input, parents: Sids = [accountSid]) =>
      gateway.create(registry.get(name), parents, input),
    fetch: (name: string, ...sids: string[]) => gateway.fetch(registry.get(name), [accountSid, ...sids]),
    update: (name: string, input: Input, ...sids: string[]) =>
      gateway.update(registry.get(name), [accountSid, ...sids], input),
    remove: (name: string, ...sids: string[]) => gateway.remove(registry.get(name), [accountSid, ...sids]),
    raw: (path: string, init: RequestInit = {}) =>
      fetch(new URL(path, sandbox.origin), {
        ...init,
        headers: {
          authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
          ...init.headers,
        },
      }),
    close: async () => {
      await transport.close();
      await sandbox.close();
    },
  };
};
export type Stand = Awaited<ReturnType<typeof stand>>;

/** A row's fields by name. */
export const show = (row: Row, ...names: string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, read(row, name)]));

/** Twilio's code for why something was refused. */
export const refusal = async (doing: Promise<unknown>): Promise<number | undefined> => {
  const error = await doing.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (error instanceof ApiError) return error.details.twilioCode;
  throw error ?? new Error('It was not refused.');
};
