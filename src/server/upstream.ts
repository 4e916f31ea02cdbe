/** Where the calls of a connection go: Twilio, another origin in its place, or a sandbox, which is loaded only if needed. */
import type { ConnectionConfig, SandboxAccess } from '../config/index.ts';
import { entities } from '../entities/index.ts';
import { createRegistry, type Registry } from '../model/index.ts';
import type { Credentials } from '../twilio/transport/index.ts';

export interface Upstream {
  readonly credentials: Credentials;
  readonly region?: string | undefined;
  readonly edge?: string | undefined;
  /** Receives every call instead of Twilio. */
  readonly origin?: URL | undefined;
  readonly isSandbox: boolean;
  close(): Promise<void>;
}

/** `sandbox`: one that another process has opened for this connection. */
export const openUpstream = async (
  { account }: ConnectionConfig,
  registry: Registry,
  sandbox?: SandboxAccess,
): Promise<Upstream> => {
  if (!account) return fromSandbox(sandbox ? { ...sandbox, close: nothing } : await openSandbox(registry));
  const { region, edge, upstream } = account;
  return { credentials: credentialsOf(account), region, edge, origin: upstream, isSandbox: false, close: nothing };
};

/** As the engine takes them. */
export const credentialsOf = (account: NonNullable<ConnectionConfig['account']>): Credentials => {
  const { accountSid, username, password, throughParent, productCredentials, subaccountToken } = account;
  const products = productCredentials === 'own' ? { ownToken: subaccountToken?.reveal() ?? '' } : productCredentials;
  return { accountSid, username, password: password.reveal(), throughParent, products };
};

/** A sandbox of its own, and how to reach it from anywhere on this machine. */
export const openSandbox = async (
  registry = createRegistry(entities),
): Promise<SandboxAccess & { close(): Promise<void> }> => {
  const [{ startSandbox }, { routesOfHost }] = await Promise.all([
    import('../sandbox/index.ts'),
    import('../twilio/routes.ts'),
  ]);
  const { origin, accountSid, authToken, close } = await startSandbox({
    registry,
    routes: (host) => routesOfHost(registry, host),
  });
  return { origin: origin.origin, accountSid, authToken, close };
};

const fromSandbox = ({ origin, accountSid, authToken, close }: SandboxAccess & Pick<Upstream, 'close'>): Upstream => ({
  credentials: { accountSid, username: accountSid, password: authToken },
  origin: new URL(origin),
  isSandbox: true,
  close,
});

const nothing = () => Promise.resolve();
