/** Sync: objects that have a version and may expire. */
import { SECOND } from '../../clock.ts';
import type { Rule } from '../../rule.ts';
import type { Row, Values } from '../../store.ts';
import type { World } from '../../world.ts';

const ttlOf = ({ ttl, itemTtl, collectionTtl }: Values): number | undefined => {
  const given = ttl ?? itemTtl ?? collectionTtl;
  return given === undefined ? undefined : Number(given);
};

/** When a row expires; a lifetime of 0 is one without end. */
const expiryOf = (input: Values, { clock }: World): Values => {
  const ttl = ttlOf(input);
  if (ttl === undefined) return {};
  return { dateExpires: ttl === 0 ? null : new Date(clock.now.getTime() + ttl * SECOND) };
};
const expireOn = (world: World, row: Row, moment: unknown): void => {
  if (!(moment instanceof Date)) return;
  world.clock.at(moment.getTime(), () => {
    if (!row.gone && row.values.dateExpires === moment) world.store.remove(row);
  });
};

const expiring: Rule = {
  defaults: { createdBy: 'system', revision: '0' },
  create: (input, { world }) => expiryOf(input, world),
  begin: (row, { world }) => expireOn(world, row, row.values.dateExpires),
  update(row, input, { world }) {
    const expiry = expiryOf(input, world);
    expireOn(world, row, expiry.dateExpires);
    return expiry;
  },
};
export const SyncDocument: Rule = { ...expiring, defaults: { ...expiring.defaults, data: {} } };
export const SyncList: Rule = expiring;
export const SyncMap: Rule = expiring;
export const SyncStream: Rule = { ...expiring, defaults: { createdBy: 'system' } };
export const SyncListItem: Rule = { ...expiring, oldestFirst: true };
export const SyncMapItem: Rule = { ...expiring, oldestFirst: true };
