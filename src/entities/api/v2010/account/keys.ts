/** Fields and operations shared by API keys and signing keys. */
import { t } from '../../../../model/index.ts';

const named = { friendlyName: t.string.pii };
const dated = { dateCreated: t.dateTime.always, dateUpdated: t.dateTime };

/** An existing key; `sid` describes its SID. */
export const keySpec = (sid: string) =>
  ({
    fields: { sid: t.sid.about(sid), ...named, ...dated },
    batch: 'whole',
    filters: {},
    update: named,
    remove: true,
    fetch: true,
    admin: ['list', 'fetch', 'update', 'remove'],
  }) as const;

/** A new key, which is then available as `entity`; `secret` describes its secret. */
export const newKeySpec = (entity: string, sid: string, secret: string) => ({
  fields: {
    sid: t.ref(entity).about(sid),
    ...named,
    secret: t.shownOnce.about(`${secret} Store it now: it is returned only by the mutation that creates the key.`),
    ...dated,
  },
  create: named,
  admin: ['create'] as const,
});
