/** Where an entity stands: its ancestors, its keys' rules, and the name of a row. */
import { badInput } from '../errors.ts';
import { type Entity, isOnList, isProduct, type Parent, type Step } from './descriptor.ts';
import { onceFor } from './once.ts';
import type { Product, Wire } from './product.ts';

/** Keys from the outermost ancestor inwards: `[AC…, CF…, CA…]` is a participant of a conference of an account. */
export type Sids = readonly string[];

/** What tells apart the rows of a step: the names of the parts of its key; none for a singleton. */
export const keysOf: (step: Step) => readonly string[] = onceFor((step) =>
  step.key === undefined
    ? step.sid
      ? ['sid']
      : []
    : [step.key].flat().map((part) => (typeof part === 'string' ? part : part.given)),
);

/** The steps with a key that a step lies in, the outermost first. */
export const ancestors: (step: Step) => readonly Step[] = onceFor((step) =>
  step.by ? withItself(step.by) : above(step.in),
);
const above = (parent: Parent): readonly Step[] => {
  if (isProduct(parent)) return [];
  return isOnList(parent) ? ancestors(parent.list) : withItself(parent);
};
const withItself = (step: Step): readonly Step[] =>
  keysOf(step).length > 0 ? [...ancestors(step), step] : ancestors(step);

export const isEntity = (step: Step): step is Entity => 'fields' in step;

export const productOf: (step: Step) => Product = onceFor((step) => {
  let parent: Parent = step.in;
  while (!isProduct(parent)) parent = isOnList(parent) ? parent.list : parent.in;
  return parent;
});
/** The API and version that an entity belongs to, as the SDK calls them: `api.v2010`. */
export const productName = (entity: Entity): string => productOf(entity).product;
/** The name of its product without the version: `verify`, as the setting of products has it. */
export const productFamily = (entity: Entity): string => productName(entity).split('.')[0] ?? '';

/** How an entity's requests and answers are written. */
export const wireOf: (entity: Entity) => Wire = onceFor((entity) => {
  const product = productOf(entity);
  const { json = product.json, body = product.body, paging = product.paging, maxPage = product.maxPage } = entity;
  return { json, body, paging, maxPage };
});

/** The field by which Twilio tells rows apart; `undefined` for a singleton and for rows without identity. */
export const keyField = (step: Step): string | undefined => keysOf(step)[0];

const MAX_KEY = 512;
/** Nothing that could leave the path, however it is written, and nothing that does not print. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNSAFE = /[/\\?#%\u0000-\u001f\u007f]/;
const isDots = (value: string): boolean => value === '.' || value === '..';
const isSafe = (value: string): boolean =>
  value !== '' && value.length <= MAX_KEY && !isDots(value) && !UNSAFE.test(value) && !/\p{Cs}/u.test(value);
const SID = /^[A-Z]{2}[0-9a-fA-F]{32}$/;
const TEXT_RULE = `a text of at most ${MAX_KEY} characters without / \\ ? # %`;

/** Whether `value` can be a key of `step`. */
export const isKeyOf = (step: Step, value: string): boolean => {
  if (step.keyPattern?.[0].test(value)) return !isDots(value);
  if (step.sid && SID.test(value)) return true;
  const takesText = step.alias !== undefined || (!step.sid && !step.keyPattern);
  return takesText && isSafe(value);
};

/** Throws unless `value` can be a key of `step`: it goes into a path, so nothing else may pass. */
export const checkKey = (step: Step, value: string, argument: string): string => {
  if (isKeyOf(step, value)) return value;
  const prefixes = [step.sid ?? []].flat();
  const rules = [
    prefixes.length > 0 && `a SID, such as ${prefixes.join(' or ')} followed by 32 hexadecimal digits`,
    step.sid?.length === 0 && 'a SID: two capital letters followed by 32 hexadecimal digits',
    step.keyPattern?.[1],
    (step.alias || (!step.sid && !step.keyPattern)) && TEXT_RULE,
  ];
  const rule = rules.filter(Boolean).join(', or ');
  throw badInput(argument, value === '' ? `is empty; it must be ${rule}` : `must be ${rule}`);
};

/** Throws unless `value` has the form of a SID, whatever it names. */
export const checkSid = (value: string, argument: string): void => {
  if (!SID.test(value))
    throw badInput(argument, 'must be a SID: two capital letters followed by 32 hexadecimal digits');
};

/** Characters that a path may hold as they are; the SDK writes keys into it as they come. */
const PLAIN = /%(2B|3A|40|2C|3B|3D|24|26)/g;
/** A key as a segment of a path. Throws for a key that would lead out of it, however it is written: Twilio may list such rows. */
export const segmentOf = (key: string): string => {
  if (key === '' || isDots(key)) throw badInput('key', 'must not be empty, . or ..: it would lead to another resource');
  return encodeURIComponent(key).replace(PLAIN, decodeURIComponent);
};

/** All that identifies a row: its ancestors, and itself if it has a key. */
export const lineage = (entity: Entity): readonly Step[] => withItself(entity);
/** How many keys identify a row. */
export const depthOf: (entity: Entity) => number = onceFor(
  (entity) => ancestors(entity).length + keysOf(entity).length,
);
/** The keys of what a row lies in. */
export const parentsOf = (entity: Entity, sids: Sids): Sids => sids.slice(0, ancestors(entity).length);

const ESCAPED = /[%/]/g;
/** Tells rows apart within this process; what clients see is a global ID. */
export const rowKey = (entity: Entity, sids: Sids): string =>
  `${entity.name}:${sids.map((sid) => (/[%/]/.test(sid) ? sid.replace(ESCAPED, encodeURIComponent) : sid)).join('/')}`;
const unescaped = (part: string): string => part.replace(/%25|%2F/g, decodeURIComponent);

/** The keys in what follows the entity in a row's name. */
export const sidsIn = (entity: Entity, path: string): Sids =>
  depthOf(entity) === 0 ? [] : path.split('/').map(unescaped);

/** The account that a row lies in; `undefined` where the path to the row names none. */
export const accountIn = (entity: Entity, sids: Sids): string | undefined =>
  entity.name === 'Account' || ancestors(entity)[0]?.name === 'Account' ? sids[0] : undefined;
