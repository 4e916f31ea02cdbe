/** Who may use this server: its keys in the store, and whether it may start without any. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ApiKey, ApiKeys, Authenticator, isActive, KeyRing, Tokens } from '../access/index.ts';
import { type Config, ConfigError } from '../config/index.ts';
import { isLoopback } from '../observe/index.ts';
import { StoreError } from '../store/index.ts';
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
export interface AuthenticationState {
  readonly needsKey: boolean;
  readonly keys: number;
}

/** Throws a {@link ConfigError} if other machines could use the server without a key. */
export const checkAuthentication = async (config: Config, given?: Stores): Promise<AuthenticationState> => {
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
