/** The SDK's tree as descriptors name it: products, lists and contexts have their parts and operations as properties. */
import {
  type Entity,
  isContainer,
  isOnList,
  isProduct,
  keysOf,
  type Parent,
  parentsOf,
  productOf,
  type Sids,
  type Step,
  segmentOf,
} from '../../model/index.ts';
import type { Twilio } from './client.ts';

export type Node = Readonly<Record<string, unknown>>;
/** `headers` where the parameters are the JSON body. */
export type Method = (params?: object, headers?: object) => Promise<unknown>;
type Accessor = (...keys: readonly string[]) => Node;

const part = (node: Node, name: string): Node => {
  const found = node[name];
  if (found === undefined) throw new Error(`The SDK has no ${name} here.`);
  return found as Node;
};

/** What a parent holds; `keys` are those of its ancestors and its own. */
const place = (client: Twilio, parent: Parent, keys: Sids): Node => {
  if (isProduct(parent)) return parent.open(client) as Node;
  if (isOnList(parent)) return listOf(client, parent.list, keys);
  const own = keysOf(parent).length;
  if (own === 0 && isContainer(parent)) return part(place(client, parent.in, keys), parent.at);
  const list = listOf(client, parent, keys.slice(0, keys.length - own));
  return contextOf(list, keys.slice(keys.length - own));
};

/** The list of a resource, by the keys that it lies in. */
export const listOf = (client: Twilio, step: Step, parents: Sids): Node => {
  const node = place(client, step.in, step.by ? [] : parents);
  // A method of the version that takes the keys of one row.
  if (!step.by) return isMethod(part(node, step.at)) ? methodOn(node, step.at) : part(node, step.at);
  return (part(node, step.at) as unknown as Accessor).call(node, ...parents.map(segmentOf));
};

const isMethod = (list: Node): boolean => typeof list === 'function' && !('get' in list) && !('_version' in list);
const methodOn = (node: Node, name: string): Node => (node[name] as unknown as Accessor).bind(node) as unknown as Node;

/** One row, or the one of a singleton: some of them have a context all the same. */
const contextOf = (list: Node, keys: Sids): Node => {
  const get = (list.get ?? list) as Accessor;
  return get.call(list, ...keys.map(segmentOf));
};

export const methodOf =
  (node: Node, name: string): Method =>
  (params, headers) =>
    headers
      ? (part(node, name) as unknown as Method).call(node, params, headers)
      : (part(node, name) as unknown as Method).call(node, params);

/** An operation on one row: on its context, or on the list where the SDK has no context. */
export const operationOf = (client: Twilio, entity: Entity, sids: Sids, operation: string): Method => {
  const parents = parentsOf(entity, sids);
  const keys = sids.slice(parents.length);
  const list = listOf(client, entity, parents);
  return methodOf(keys.length === 0 && operation in list ? list : contextOf(list, keys), operation);
};

/** The origin of the product that an entity belongs to. */
export const originOf = (client: Twilio, entity: Entity): string => {
  const version = productOf(entity).open(client) as { _domain?: { baseUrl: string }; baseUrl?: string };
  const base = version._domain?.baseUrl ?? version.baseUrl;
  if (!base) throw new Error(`The SDK has no address of ${productOf(entity).product}.`);
  return base;
};

/** Where a list lies, without its parameters; only the product's origin where the SDK does not say. */
export const addressOf = (client: Twilio, entity: Entity, list: Node): URL => {
  const { _version: version, _uri: uri } = list as Partial<SdkList>;
  return new URL(version && uri ? version.relativeUrl(uri) : '', originOf(client, entity));
};
/** A list of the SDK, which knows where it lies. */
interface SdkList {
  readonly _version: { relativeUrl(uri: string): string };
  readonly _uri: string;
}

/** Fills a legacy path's `{…Sid}` in order; what is left of `sids` is the row itself. */
export const legacyPath = (entity: Entity, sids: Sids): string => {
  const left = [...sids];
  const path = (entity.legacy ?? '').replace(/\{\w+\}/g, () => left.shift() ?? '');
  return left.length === 0 ? path : path.replace(/\.json$/, `/${left.join('/')}.json`);
};
