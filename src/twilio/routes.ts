/** The HTTP route of every operation of every descriptor, asked of the SDK itself: what the sandbox has to serve. */
import {
  ancestors,
  type Entity,
  keyArgument,
  type Operation,
  operationsOf,
  ownArguments,
  pascalCase,
  productName,
  type Registry,
  type Route,
  type Values,
  valuesOf,
} from '../model/index.ts';
import { Gateway } from './gateway.ts';
import type { Input } from './rows/index.ts';
import { createClient } from './sdk/index.ts';
import type { SdkRequest, Transport } from './transport/index.ts';

/** A route with the request that the SDK made for it. */
export interface RecordedRoute extends Route {
  readonly request: SdkRequest;
}

/** Carries a request out of the SDK instead of sending it. */
class Recorded extends Error {
  readonly request: SdkRequest;
  constructor(request: SdkRequest) {
    super('recorded');
    this.request = request;
  }
}
const recorder = {
  request: (request: SdkRequest) => Promise.reject(new Recorded(request)),
};

/**
 * Every route of every descriptor; `inputs` chooses what a create or an update sends, `params` what a list asks for. The
 * SDK loads the products that it is asked about.
 */
export const routesOf = async (
  registry: Registry,
  inputs = required,
  params: (entity: Entity) => Input = requiredParams,
): Promise<readonly RecordedRoute[]> => Promise.all(recorded(registry, registry.entities, inputs, params));

const recorded = (
  registry: Registry,
  entities: readonly Entity[],
  inputs: typeof required,
  params: typeof requiredParams,
): readonly Promise<RecordedRoute>[] => {
  const credentials = { accountSid: `AC${'0'.repeat(32)}`, username: 'recorder', password: 'recorder' };
  const gateway = new Gateway(createClient(credentials, recorder as unknown as Transport), registry);
  const routes: Promise<RecordedRoute>[] = [];
  for (const entity of entities)
    for (const operation of operationsOf(entity))
      routes.push(record(entity, operation, () => call(gateway, entity, operation, inputs, params)));
  return routes;
};

const call = (
  gateway: Gateway,
  entity: Entity,
  operation: Operation,
  inputs: typeof required,
  params: (entity: Entity) => Input,
): Promise<unknown> => {
  const parents = ancestors(entity).map((parent) => `~${pascalCase(keyArgument(parent))}~`);
  const sids = [...parents, ...ownArguments(entity).map((name) => `~${pascalCase(name)}~`)];
  if (operation === 'list') return gateway.page(entity, parents, params(entity));
  const given = inputs(valuesOf(entity, operation));
  if (operation === 'create') return gateway.create(entity, entity.createWith ? sids : parents, given);
  if (operation === 'update' || operation === 'replace') return gateway[operation](entity, sids, given);
  return gateway[operation](entity, sids, {}, given);
};

const record = async (entity: Entity, operation: Operation, send: () => Promise<unknown>): Promise<RecordedRoute> => {
  const request = await send().then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof Recorded) return error.request;
      throw error;
    },
  );
  if (!request) throw new Error(`${entity.name}.${operation} sent nothing.`);
  const { host, pathname } = new URL(request.uri);
  const path = pathname.replace(/~(\w+)~/g, '{$1}');
  return { entity, operation, method: request.method.toUpperCase() as Route['method'], host, path, request };
};

/** The routes of one product, by the first part of its host, such as `flex-api`; without those that the SDK cannot send. */
export const routesOfHost = async (registry: Registry, host: string): Promise<readonly RecordedRoute[]> => {
  const product = host.replaceAll('-', '').toLowerCase();
  const entities = registry.entities.filter((entity) => hostOf(entity) === product);
  const routes = await Promise.allSettled(recorded(registry, entities, required, requiredParams));
  return routes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
};
const hostOf = (entity: Entity): string | undefined => productName(entity).split('.')[0]?.toLowerCase();

const requiredParams = ({ filters = {} }: Entity): Input =>
  Object.fromEntries(
    Object.entries(filters).flatMap(([name, rule]) => ('must' in rule && rule.must ? [[name, '1']] : [])),
  );

/** Something for every input that Twilio insists on. */
const required = (values: Values | undefined): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(values ?? {})
      .filter(([, value]) => value.must)
      .map(([name, value]) => [name, value.many ? ['1'] : '1']),
  );
