/** Every resource that the SDK offers in a product we cover has a descriptor, or a written reason for having none. */
import { expect, test } from 'vitest';
import { entities as all } from '../../src/entities/index.ts';
import {
  type Entity,
  isOnList,
  isProduct,
  type Operation,
  type Parent,
  type Step,
} from '../../src/model/descriptor.ts';
import { keysOf, productName } from '../../src/model/path.ts';
import { operationsOf } from '../../src/model/route.ts';
import { createClient } from '../../src/twilio/sdk/client.ts';
import type { Transport } from '../../src/twilio/transport/transport.ts';
import { surface } from '../support/surface.ts';

const offline = { request: () => Promise.reject(new Error('offline')) } as unknown as Transport;
const client = createClient({ accountSid: `AC${'0'.repeat(32)}`, username: 'u', password: 'p' }, offline);

/** The core API, as the SDK is at run time; coverage.test.ts has all products, as its types are. */
const entities = all.filter((entity) => productName(entity) === 'api.v2010');
/** Products of which every resource is asked for, by the name under which the SDK has them. */
const products: Readonly<Record<string, object>> = { 'api.v2010': client.api.v2010 };
/** The account of the credentials, without its SID: everything under it is under `accounts(sid)` too. */
const SHORTCUTS = ['api.v2010.account'];

/** What has no descriptor, and why. */
const without: Readonly<Record<string, string>> = {};

/** A list or a context of the SDK: their parts are getters, their operations methods. */
type Node = Readonly<Record<string, unknown>>;

const parts = (node: Node): readonly (readonly [string, Node])[] =>
  [node, Object.getPrototypeOf(node) as object]
    .filter((holder) => holder !== Function.prototype && holder !== Object.prototype)
    .flatMap((holder) => Object.entries(Object.getOwnPropertyDescriptors(holder)))
    .filter(([, { get }]) => get !== undefined)
    .map(([name]) => [name, node[name] as Node]);

const methods: Readonly<Record<Exclude<Operation, 'replace'>, string>> = {
  list: 'page',
  create: 'create',
  fetch: 'fetch',
  update: 'update',
  remove: 'remove',
};

/** Every resource below `node`: its accessor, with `(sid)` after each list that is entered by a key, and what it can. */
const walk = (node: Node, path: string, found = new Map<string, Operation[]>()): Map<string, Operation[]> => {
  for (const [name, list] of parts(node)) {
    const here = `${path}.${name}`;
    if (SHORTCUTS.includes(here)) continue;
    const context = (list as { get?: (sid: string) => Node }).get?.('sid') ?? {};
    const operations = Object.entries(methods).filter(([, method]) => method in list || method in context);
    if (operations.length > 0)
      found.set(
        here,
        operations.map(([operation]) => operation as Operation),
      );
    walk(list, here, found);
    walk(context, `${here}(sid)`, found);
  }
  return found;
};

const offered = new Map(Object.entries(products).flatMap(([name, product]) => [...walk(product as Node, name)]));

/** The accessor by which a descriptor reaches its resource. */
const accessorOf = (entity: Entity): string => {
  const place = (parent: Parent): string => {
    if (isProduct(parent)) return parent.product;
    if (isOnList(parent)) return list(parent.list);
    return keysOf(parent).length > 0 ? `${list(parent)}(sid)` : list(parent);
  };
  const list = (step: Step): string => `${place(step.in)}.${step.at}`;
  return list(entity);
};
const described = new Map(entities.filter(({ legacy }) => !legacy).map((entity) => [accessorOf(entity), entity]));

test('the walk finds as many resources as Twilio has', () => {
  expect(offered.size).toBe([...surface.values()].filter(({ legacy, name }) => !legacy && !name.includes('.')).length);
});

test.each([...offered])('%s is described as it is, or says why not', (accessor, operations) => {
  const entity = described.get(accessor);
  if (entity) expect([...operationsOf(entity)].sort()).toEqual(operations.sort());
  else expect(without).toHaveProperty([accessor]);
});

test.each(Object.keys(without))('%s exists and has no descriptor', (accessor) => {
  expect(offered.has(accessor)).toBe(true);
  expect(described.has(accessor)).toBe(false);
});

test.each([...described.keys()])('%s exists', (accessor) => {
  expect(offered.has(accessor)).toBe(true);
});

const legacy = [...surface.values()].filter((resource) => resource.legacy).map(({ name }) => name);
test.each(legacy)('%s, which the SDK no longer has, is described', (name) => {
  expect(entities.find((entity) => entity.name === name)).toMatchObject({ legacy: expect.any(String) });
});
