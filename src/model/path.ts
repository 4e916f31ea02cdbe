/** Where an entity stands: its ancestors, its SIDs' rules, and SIDs ⇄ Relay's global ID. */
import { badInput } from '../errors.ts';
import { type Container, type Entity, isContainer, isProduct, type Parent } from './entity.ts';
import { onceFor } from './once.ts';

/** SIDs from the outermost ancestor inwards: `[AC…, CF…, CA…]` is a participant of a conference of an account. */
export type Sids = readonly string[];

/** The entities that an entity lies in, the outermost first. */
export const ancestors: (entity: Entity | Container) => readonly Entity[] = onceFor((entity) => {
  if (isProduct(entity.in)) return [];
  return isContainer(entity.in) ? ancestors(entity.in) : [...ancestors(entity.in), entity.in];
});

/** The API and version that an entity belongs to, as the SDK calls them: `api.v2010`. */
export const productName = (entity: Entity): string => {
  let parent: Parent = entity;
  while (!isProduct(parent)) parent = parent.in;
  const steps: string[] = [];
  const recorder: object = new Proxy(
    {},
    {
      get: (_target, step) => {
        steps.push(String(step));
        return recorder;
      },
    },
  );
  parent(recorder as Parameters<typeof parent>[0]);
  return steps.join('.');
};

/** The field by which Twilio tells rows apart; `undefined` for a singleton and for rows without identity. */
export const keyField = (entity: Entity): string | undefined => entity.key ?? (entity.sid ? 'sid' : undefined);

const hex = '[0-9a-fA-F]{32}';
const prefixes = (entity: Entity): readonly string[] => [entity.sid ?? []].flat();

/** Throws unless `value` can be a key of `entity`: it goes into a path, so nothing else may pass. */
export const checkKey = (entity: Entity, value: string, argument: string): string => {
  const known = prefixes(entity);
  if (known.length > 0 && new RegExp(`^(${known.join('|')})${hex}$`).test(value)) return value;
  if (entity.keyPattern?.[0].test(value)) return value;
  const sidRule = known.length > 0 && `${known.join(' or ')} followed by 32 hexadecimal digits`;
  const rule = [sidRule, entity.keyPattern?.[1]].filter(Boolean).join(', or ');
  throw badInput(argument, value === '' ? `is empty; it must be ${rule}` : `must be ${rule}`);
};

/** Throws unless `value` has the form of a SID, whatever it names. */
export const checkSid = (value: string, argument: string): void => {
  if (!new RegExp(`^[A-Z]{2}${hex}$`).test(value))
    throw badInput(argument, 'must be a SID: two capital letters followed by 32 hexadecimal digits');
};

/** How an argument that names a row of this entity is called from outside: `sid` of its own, `callSid` of its parts. */
export const keyArgument = (entity: Entity): string => {
  const key = keyField(entity) ?? 'sid';
  return key === 'sid' ? `${entity.name[0]?.toLowerCase()}${entity.name.slice(1)}Sid` : key;
};

/** All that identifies a row: its ancestors, and itself if it has a key. */
export const lineage = (entity: Entity): readonly Entity[] =>
  keyField(entity) ? [...ancestors(entity), entity] : ancestors(entity);

/** Tells rows apart within this process; what clients see is {@link toGlobalId}. */
export const rowKey = (entity: Entity, sids: Sids): string => `${entity.name}:${sids.join('/')}`;

export const toGlobalId = (entity: Entity, sids: Sids): string =>
  Buffer.from(rowKey(entity, sids)).toString('base64url');

/** Reads a global ID; throws bad input for what is not one of ours. */
export const fromGlobalId = (
  id: string,
  byName: (name: string) => Entity | undefined,
  argument = 'id',
): { entity: Entity; sids: Sids } => {
  const [, name = '', path = ''] = /^(\w+):(.*)$/s.exec(Buffer.from(id, 'base64url').toString()) ?? [];
  const entity = byName(name);
  const line = entity && lineage(entity);
  const sids = path.split('/');
  if (!entity?.fetch || !line || sids.length !== line.length || toGlobalId(entity, sids) !== id)
    throw badInput(argument, 'is not an id of this API; use the `id` of an object that it returned');
  line.forEach((step, i) => {
    checkKey(step, sids[i] ?? '', argument);
  });
  return { entity, sids };
};
