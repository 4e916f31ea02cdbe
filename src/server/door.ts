/** Who may use this server: its keys in the store, and whether it may start without any. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ApiKey, ApiKeys, Authenticator, isActive, KeyRing, Tokens } from '../access/index.ts';
import { type Config, ConfigError } from '../config/index.ts';
import { readManifest, type TrustedDocuments } from '../http/index.ts';
import { isLoopback } from '../observe/index.ts';
import { readSwitch, type SendsOff, switchSends } from '../spending/index.ts';
import { type Store, StoreError } from '../store/index.ts';
import { Stores } from './stores.ts';

/** Keys as a server reads them: a store that was never written to has none, and is not created for that. */
const readKeys = async (stores: Stores): Promise<readonly ApiKey[]> =>
  stores.hasOwn() ? new ApiKeys(await stores.own()).list() : [];

export const openAuthenticator = (config: Config, stores: Stores): Authenticator => {
  const marker = join(config.stateFolder, 'needs-key');
  let isNoted = false;
  return new Authenticator({
    mode: config.auth,
    isOnLoopback: isLoopback(config.host),
    tokens: config.jwt && new Tokens(config.jwt),
    keyRing: new KeyRing(() => readKeys(stores)),
    memory: {
      wasLocked: () => existsSync(marker),
      noteLocked: () => {
        if (isNoted) return;
        isNoted = true;
        try {
          mkdirSync(config.stateFolder, { recursive: true, mode: 0o700 });
          writeFileSync(marker, '');
        } catch {
          // Without the marker, only a start while the store is away finds the server open to this machine.
        }
      },
    },
  });
};

/** What people read at the start about who may use the server. */
export interface DoorState {
  readonly needsKey: boolean;
  readonly keys: number;
}

/** Throws a {@link ConfigError} if other machines could use the server without a key. */
export const checkDoor = async (config: Config, given?: Stores): Promise<DoorState> => {
  const isLocal = isLoopback(config.host);
  if (config.auth === 'none') return { needsKey: false, keys: 0 };
  const takesTokens = config.jwt !== undefined;
  const stores = given ?? new Stores(config);
  const all = await readKeys(stores).catch((error: unknown) => {
    if (error instanceof StoreError) return undefined;
    throw error;
  });
  if (!given) await stores.close();
  // What cannot be read is not open: requests are refused until it can be.
  if (!all) return { needsKey: !isLocal || config.auth === 'required', keys: 0 };
  const keys = all.filter((key) => isActive(key)).length;
  if (!isLocal && keys === 0 && !takesTokens)
    throw new ConfigError(
      `HOST: ${config.host} can be reached from other machines, and there is no key; create one with \`twilio-graphql key create --name web --scopes calls:read\`, or set JWT_JWKS_URL, HOST=127.0.0.1, or AUTH=none to let everybody use the account`,
    );
  return { needsKey: !isLocal || config.auth === 'required' || all.length > 0 || takesTokens, keys };
};

/** Runs one command on the keys of a server with this configuration. */
export const withKeys = <T>(config: Config, run: (keys: ApiKeys) => Promise<T>): Promise<T> =>
  withStore(config, (store) => run(new ApiKeys(store)));

/** Switches what costs money off or on, for all servers with this configuration. */
export const setSends = (config: Config, to: 'on' | 'off'): Promise<void> =>
  withStore(config, (store) => switchSends(store, to));

/** Since when sends are off; `undefined` while they are on. */
export const sendsState = (config: Config): Promise<SendsOff | undefined> => withStore(config, readSwitch);

const withStore = async <T>(config: Config, run: (store: Store) => Promise<T>): Promise<T> => {
  const stores = new Stores(config);
  try {
    return await run(await stores.own());
  } finally {
    await stores.close();
  }
};

/** The manifest of trusted documents. Throws a {@link ConfigError} if it cannot be read. */
export const openManifest = ({ trustedDocuments, trustedDocumentsOnly }: Config): TrustedDocuments | undefined => {
  if (trustedDocuments === undefined) {
    if (!trustedDocumentsOnly) return undefined;
    throw new ConfigError('TRUSTED_DOCUMENTS: must also be set, because TRUSTED_DOCUMENTS_ONLY is set');
  }
  try {
    return readManifest(readFileSync(trustedDocuments, 'utf8'), trustedDocumentsOnly);
  } catch (error) {
    throw new ConfigError(`TRUSTED_DOCUMENTS: cannot be read: ${(error as Error).message}`);
  }
};
