/** `twilio-graphql key`: creates, lists, revokes and rotates the keys that callers of the server need. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ApiKey, isActive, parseScope } from '../../access/index.ts';
import { readConfig } from '../../config/index.ts';
import { CommandError } from '../../control/index.ts';
import { parseLimit, specialKinds } from '../../spending/index.ts';
import { command, configOption, print } from '../command.ts';
import { readEnvironment } from '../environment.ts';

interface Shared {
  readonly config?: string;
}
interface CreateOptions extends Shared {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expires: number | undefined;
  readonly connections?: readonly string[];
  readonly limits: readonly string[];
  readonly destinations?: readonly string[];
}

type WithKeys = typeof import('../../server/index.ts').withKeys;

/** A mistake in a name or scope, and a store that cannot be used, end the command with one line. */
const onKeys = async (file: string | undefined, run: Parameters<WithKeys>[1]): Promise<void> => {
  const config = await readConfig(readEnvironment(), { file });
  const { withKeys } = await import('../../server/index.ts');
  try {
    await withKeys(config, run);
  } catch (error) {
    const isExpected = error instanceof RangeError || (error as Error).name === 'StoreError';
    throw isExpected ? new CommandError(`key: ${(error as Error).message}`) : error;
  }
};

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

const readDuration = (text: string): number => {
  const [, count = '', unit = ''] = /^(\d{1,6})([smhdw])$/.exec(text) ?? [];
  if (!unit) throw new InvalidArgumentError('It must be a number and a unit (s, m, h, d or w), such as 90d.');
  return Number(count) * (UNITS[unit] ?? 0);
};
const readExpiry = (text: string): number | undefined => (text === 'never' ? undefined : readDuration(text));

const readScopes = (text: string): readonly string[] => {
  const scopes = text.split(',').map((each) => each.trim());
  try {
    scopes.forEach(parseScope);
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
  return scopes;
};
const readNames = (text: string): readonly string[] => text.split(',').map((each) => each.trim());
const readName = (text: string): string => {
  if (!/^[\w.-]{1,64}$/.test(text)) throw new InvalidArgumentError('It must have letters, digits, ., _ and - only.');
  return text;
};

const DEFAULT_EXPIRY = '90d';
/** A key that is stolen or misused does limited damage. */
const DEFAULT_LIMITS: readonly string[] = [
  'messages/day=1000',
  'calls/day=500',
  'verifications/day=1000',
  'numbers/day=10',
];

const readLimits = (text: string): readonly string[] => {
  if (text === 'none') return [];
  const limits = readNames(text);
  try {
    limits.forEach(parseLimit);
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
  return limits;
};
const readDestinations = (text: string): readonly string[] => {
  const destinations = readNames(text);
  const wrong = destinations.find((each) => !/^[A-Z]{2}$/.test(each) && !specialKinds.some((kind) => kind === each));
  if (wrong !== undefined)
    throw new InvalidArgumentError(`${wrong} must be an ISO country code such as US, or ${specialKinds.join(', ')}.`);
  return destinations;
};

const create = (): Command =>
  command(
    'create',
    'Create a key. It is printed once; only its hash is stored.',
    'twilio-graphql key create --name web --scopes calls:read,messages:write --expires 90d',
    "twilio-graphql key create --name reports --scopes '*:read,pii:read' --expires never",
  )
    .addOption(new Option('--name <name>', 'what the key is for').argParser(readName).makeOptionMandatory())
    .addOption(
      new Option('--scopes <scopes>', 'what it allows, separated by commas, such as calls:read,messages:write')
        .argParser(readScopes)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--expires <duration>', 'after which it expires, such as 90d, or never')
        .argParser(readExpiry)
        .default(readDuration(DEFAULT_EXPIRY), DEFAULT_EXPIRY),
    )
    .addOption(
      new Option('--limits <limits>', 'most that it may send, such as messages/day=100,cost/day=20, or none')
        .argParser(readLimits)
        .default(DEFAULT_LIMITS, DEFAULT_LIMITS.join(',')),
    )
    .addOption(
      new Option(
        '--destinations <countries>',
        'countries that it may reach, such as US,CA (default: all allowed ones)',
      ).argParser(readDestinations),
    )
    .addOption(new Option('--connections <names>', 'connections that it is for (default: all)').argParser(readNames))
    .addOption(configOption())
    .action(({ config, name, scopes, expires, connections, limits, destinations }: CreateOptions) =>
      onKeys(config, async (keys) => {
        const expiresAt = expires === undefined ? undefined : Date.now() + expires;
        const { text, key: made } = await keys.create({ name, scopes, connections, limits, destinations, expiresAt });
        announce(text, made);
      }),
    );

/** The key alone goes to standard output, so that a script can read it. */
const announce = (text: string, made: ApiKey): void => {
  print(text);
  process.stderr.write(`Store this key now: it is not shown again. ${describe(made)}\n`);
};

const describe = ({ id, name, scopes, expiresAt, connections }: ApiKey): string =>
  `ID ${id}, name ${name}, scopes ${scopes.join(',')}, ${expiresAt === undefined ? 'never expires' : `expires ${dateOf(expiresAt)}`}${
    connections ? `, connections ${connections.join(',')}` : ''
  }.`;

const dateOf = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

const list = (): Command =>
  command('list', 'List the keys.', 'twilio-graphql key list')
    .addOption(configOption())
    .action(({ config }: Shared) =>
      onKeys(config, async (keys) => {
        const all = await keys.list();
        if (all.length === 0) process.stderr.write('There are no keys.\n');
        const lines = all.map((each) => [
          each.id,
          each.name,
          stateOf(each),
          dateOf(each.createdAt),
          each.expiresAt === undefined ? 'never' : dateOf(each.expiresAt),
          each.scopes.join(','),
        ]);
        if (all.length > 0) print(table([['ID', 'NAME', 'STATE', 'CREATED', 'EXPIRES', 'SCOPES'], ...lines]));
      }),
    );

const stateOf = (key: ApiKey): string => {
  if (isActive(key)) return 'active';
  return key.revokedAt === undefined ? 'expired' : 'revoked';
};

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const revoke = (): Command =>
  command('revoke', 'Revoke a key. All servers refuse it within 5 seconds.', 'twilio-graphql key revoke web')
    .argument('<key>', 'name or ID of the key')
    .addOption(configOption())
    .action((key: string, { config }: Shared) =>
      onKeys(config, async (keys) => {
        const count = await keys.revoke(key);
        if (count === 0) throw new RangeError(`There is no active key with the name or ID ${key}.`);
        print(`${key} is revoked`);
      }),
    );

const rotate = (): Command =>
  command(
    'rotate',
    'Create a key with the name and scopes of another one, which stays valid for the overlap.',
    'twilio-graphql key rotate web --overlap 1h',
  )
    .argument('<key>', 'name or ID of the key')
    .addOption(
      new Option('--overlap <duration>', 'for how long the old key stays valid')
        .argParser(readDuration)
        .default(readDuration('1h'), '1h'),
    )
    .addOption(configOption())
    .action((name: string, { config, overlap }: Shared & { readonly overlap: number }) =>
      onKeys(config, async (keys) => {
        const { text, key: made } = await keys.rotate(name, overlap);
        announce(text, made);
      }),
    );

export const key = (): Command => {
  const group = command(
    'key',
    'Create, list, revoke and rotate the keys that callers need.',
    'twilio-graphql key create --name web --scopes calls:read,messages:write --expires 90d',
    'twilio-graphql key revoke web',
  );
  for (const each of [create, list, revoke, rotate]) group.addCommand(each());
  return group;
};
