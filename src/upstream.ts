/** What the calls go to: Twilio, what stands in its place, or the sandbox, which is loaded only if it is needed. */
import type { AccountConfig } from './config.ts';
import { entities } from './entities/index.ts';
import { createRegistry, type Registry } from './model/registry.ts';

export interface Upstream extends AccountConfig {
  close(): Promise<void>;
}

export const openUpstream = async (account: AccountConfig | undefined, registry: Registry): Promise<Upstream> =>
  account ? { ...account, close: () => Promise.resolve() } : openSandbox(registry);

export const openSandbox = async (registry = createRegistry(entities)): Promise<Upstream & { upstream: URL }> => {
  const [{ startSandbox }, { routesOf }] = await Promise.all([
    import('./sandbox/index.ts'),
    import('./twilio/routes.ts'),
  ]);
  const { origin, accountSid, authToken, close } = await startSandbox({ registry, routes: await routesOf(registry) });
  return { accountSid, username: accountSid, password: authToken, upstream: origin, close };
};
