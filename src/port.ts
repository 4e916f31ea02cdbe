/** Whether the port can be listened on, asked before anything that takes time. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** The port, or any free one for 0; throws where nobody can listen on it. */
export const freePort = async ({ port, host }: { readonly port: number; readonly host: string }): Promise<number> => {
  const probe = createServer();
  await once(probe.listen(port, host), 'listening');
  const { port: found } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return found;
};
