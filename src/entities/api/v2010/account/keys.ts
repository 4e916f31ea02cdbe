/** What API keys and signing keys are alike in: all but what their SIDs and secrets are for. */
import { t } from '../../../../model/index.ts';

const named = { friendlyName: t.string.pii };
const dated = { dateCreated: t.dateTime, dateUpdated: t.dateTime };

/** A key that there is; `sid` says what its SID is for. */
export const keySpec = (sid: string) =>
  ({
    fields: { sid: t.sid.about(sid), ...named, ...dated },
    batch: 'whole',
    filters: {},
    update: named,
    remove: true,
    fetch: true,
  }) as const;

/** A key at its birth, found as an `entity` afterwards; `secret` says what its secret is for. */
export const newKeySpec = (entity: string, sid: string, secret: string) => ({
  fields: {
    sid: t.ref(entity).about(sid),
    ...named,
    secret: t.shownOnce.about(`${secret} Keep it now: Twilio never tells it again.`),
    ...dated,
  },
  create: named,
});
