/**
 * Creates that Twilio answers with success although the row exists, and that then overwrite its settings, such as the
 * purchase of a number that is yours. They look for the row first, one after the other for each value.
 */
import type { Context } from '../context.ts';
import { ApiError, badInput } from '../errors.ts';
import { type Entity, onceFor, parentsOf, type Registry, type Sids, singular } from '../model/index.ts';
import { type Split, splitFilter } from '../twilio/filtering/index.ts';
import { MAX_PAGE, type Reader, Scan } from '../twilio/lists/index.ts';
import { type Input, read, withoutDefects } from '../twilio/rows/index.ts';
import type { Argument } from './types.ts';

export const overwriteArgument = ({ uniqueBy }: Entity): Record<string, Argument> =>
  uniqueBy === undefined
    ? {}
    : {
        overwrite: {
          type: 'Boolean',
          defaultValue: false,
          description: `Overwrites the settings of the row if \`${uniqueBy}\` is already yours, instead of refusing.`,
        },
      };

interface Wanted {
  readonly entity: Entity;
  readonly parents: Sids;
  readonly input: Input;
  readonly key: string | undefined;
  /** Nothing will be sent. */
  readonly dryRun: boolean;
}

/**
 * Runs a create, unless the row exists. Two at once would both find nothing, so the second waits for the first: in this
 * process, which knows all that wait, and among the processes that share the journal.
 */
export const createUnlessOwned = async <T>(
  registry: Registry,
  wanted: Wanted,
  context: Context,
  create: () => Promise<T>,
): Promise<T> => {
  const { entity, parents, input, dryRun } = wanted;
  const { connection, caller } = context;
  const { uniqueBy: name = '' } = entity;
  const value = input[name];
  if (typeof value !== 'string') return create();
  if (dryRun) {
    await refuseOwned(registry, wanted, value, context);
    return create();
  }
  const { unique } = connection.journal;
  const wantedValue = { entity, parents, name, value };
  return inTurn(connection, [registry.canonical(entity).name, ...parents, digitsOf(value)].join(' '), async () => {
    if (await isRepeated(wanted, context)) return create();
    return unique.inTurn(wantedValue, caller, async () => {
      if (await isRepeated(wanted, context)) return create();
      await unique.refuseUndecided(wantedValue);
      await refuseOwned(registry, wanted, value, context);
      return create();
    });
  });
};

/** Whether the idempotency key names a create that was sent: it is then answered as it was before. */
const isRepeated = async ({ key }: Wanted, { connection: { journal }, client }: Context): Promise<boolean> => {
  const known = key === undefined ? undefined : await journal.read(journal.idOf(client.id, key));
  return known !== undefined && known.state !== 'CANCELLED';
};

/** Throws BAD_USER_INPUT if the account has the row, or if its list is too long for that to be known. */
const refuseOwned = async (
  registry: Registry,
  { entity, parents }: Wanted,
  value: string,
  context: Context,
): Promise<void> => {
  const { uniqueBy = '' } = entity;
  const list = registry.canonical(entity);
  const digits = digitsOf(value);
  const filter: Split = {
    ...splitFilter(list, null, { [uniqueBy]: value }),
    accepts: (row) => digitsOf(read(row, uniqueBy)) === digits,
  };
  const where = { entity: list, parents: parentsOf(list, parents), filter, orderBy: [] };
  const scan = new Scan(lookupReader(context), where, MAX_PAGE);
  try {
    await scan.until(1);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'SCAN_LIMIT') throw error;
    throw badInput(
      `input.${uniqueBy}`,
      'may be yours already: Twilio lists more rows for it than TWILIO_SCAN_LIMIT allows; nothing was sent',
    );
  }
  if (withoutDefects(scan.found.map(({ row }) => row)).length > 0)
    throw badInput(`input.${uniqueBy}`, `is already yours; use ${singular(list)}Update`);
};

/** Of a lookup that no field of the answer shows. */
const lookupReader = ({ connection: { gateway, scanLimit }, caller }: Context): Reader => ({
  gateway,
  scanLimit,
  caller,
  track: () => () => {},
  onPage: () => {},
  onKept: () => {},
});

/** Twilio accepts a phone number with blanks and hyphens, and stores its digits. */
const digitsOf = (value: unknown): string => String(value).replace(/\D/g, '');

const turnsOf = onceFor((_connection: object) => new Map<string, Promise<unknown>>());

/** Runs after all that came before under the same name. */
const inTurn = <T>(connection: object, name: string, run: () => Promise<T>): Promise<T> => {
  const turns = turnsOf(connection);
  const result = (turns.get(name) ?? Promise.resolve()).then(run);
  const ended = result.then(
    () => {},
    () => {},
  );
  turns.set(name, ended);
  ended.then(() => {
    if (turns.get(name) === ended) turns.delete(name);
  });
  return result;
};
