/**
 * Keys ⇄ Relay's global ID: `Name:key/key` in base64url.
 *
 * Where a key on the way to the row is personal data, such as a phone number, all keys are sealed: an ID is shown to
 * callers who may not see personal data, and a row has the same ID for all callers.
 */
import { badInput } from '../errors.ts';
import { Sealer } from '../sealing/index.ts';
import type { Entity } from './descriptor.ts';
import { onceFor } from './once.ts';
import { checkKey, depthOf, isEntity, keysOf, lineage, rowKey, type Sids, sidsIn } from './path.ts';

export interface Identified {
  readonly entity: Entity;
  readonly sids: Sids;
}

type ByName = (name: string) => Entity | undefined;

/** Whether a key on the way to a row is personal data. */
export const hasPersonalKeys: (entity: Entity) => boolean = onceFor((entity) =>
  lineage(entity).some((step) => isEntity(step) && keysOf(step).some((key) => step.fields[key]?.personal === true)),
);

const namePrefix = ({ name }: Entity): string => `${name}:`;
const encode = (text: string): string => Buffer.from(text).toString('base64url');

/** What an ID tells everyone: the entity, and the keys unless they are sealed. `undefined` for what is no ID. */
export const readOpenly = (
  id: string,
  byName: ByName,
): { readonly entity: Entity; readonly sids?: Sids; readonly sealed?: Buffer } | undefined => {
  const bytes = Buffer.from(id, 'base64url');
  const [, name = ''] = /^(\w+):/.exec(bytes.toString()) ?? [];
  const entity = byName(name);
  if (!entity?.fetch || bytes.toString('base64url') !== id) return undefined;
  const path = bytes.subarray(namePrefix(entity).length);
  if (hasPersonalKeys(entity)) return { entity, sealed: path };
  const sids = sidsIn(entity, path.toString());
  return sids.length === depthOf(entity) && encode(rowKey(entity, sids)) === id ? { entity, sids } : undefined;
};

/** Writes and reads the IDs of one connection. */
export class GlobalIds {
  readonly #sealer: Sealer;

  /** `secret` is the connection's own: every process with the same credentials has the same IDs. */
  constructor(secret: string) {
    this.#sealer = new Sealer(secret, 'twilio-graphql id');
  }

  /** Seals with another secret from now on; IDs of the last one are still read. */
  rotate(secret: string): void {
    this.#sealer.rotate(secret);
  }

  write(entity: Entity, sids: Sids): string {
    const name = rowKey(entity, sids);
    if (!hasPersonalKeys(entity)) return encode(name);
    const prefix = namePrefix(entity);
    return Buffer.concat([Buffer.from(prefix), this.#sealer.seal(name.slice(prefix.length), [entity.name])]).toString(
      'base64url',
    );
  }

  /** Throws bad input for what is not one of ours. */
  read(id: string, byName: ByName, argument = 'id'): Identified {
    const open = readOpenly(id, byName);
    const sids = open?.sids ?? (open?.sealed && this.#unseal(open.entity, open.sealed));
    if (!open || !sids)
      throw badInput(argument, 'is not an id of this API; use the `id` of an object that it returned');
    const { entity } = open;
    const steps = lineage(entity);
    for (const [i, sid] of sids.entries()) {
      const step = steps[Math.min(i, steps.length - 1)];
      if (step) checkKey(step, sid, argument);
    }
    return { entity, sids };
  }

  #unseal(entity: Entity, sealed: Buffer): Sids | undefined {
    const path = this.#sealer.open(sealed, [entity.name]);
    const sids = path === undefined ? [] : sidsIn(entity, path);
    return sids.length === depthOf(entity) ? sids : undefined;
  }
}
