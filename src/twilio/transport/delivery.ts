/** How one attempt is sent, and how its answer is read: JSON at once, or a file as a stream. */
import type { Dispatcher } from 'undici';
import type { Signal } from '../../cancellation.ts';
import { readHead, readJson } from './answer.ts';
import { announce, exchange } from './exchange.ts';
import { loadStreams } from './undici.ts';

/** One attempt. */
export interface Delivery {
  readonly agent: Dispatcher;
  readonly options: Dispatcher.DispatchOptions;
  readonly signal: Signal;
  readonly onSent: () => void;
  readonly unknown: () => 'UNKNOWN' | undefined;
}

export const askJson = ({ agent, options, signal, onSent, unknown }: Delivery) =>
  exchange(agent, options, signal, onSent, (answer) => readJson(answer, { unknown, headers: options.headers }));

/** For requests that Twilio answers with the address of a resource. */
export const askRedirect = ({ agent, options, signal, onSent, unknown }: Delivery) =>
  exchange(agent, options, signal, onSent, (answer) =>
    readJson(answer, { unknown, headers: options.headers, takesRedirect: true }),
  );

export const openFile = async ({ agent, options, signal, onSent }: Delivery) => {
  await loadStreams();
  const gone = new AbortController();
  signal.addEventListener('abort', () => gone.abort(), { once: true });
  if (signal.aborted) gone.abort();
  return readHead(await agent.compose(announce(onSent)).request({ ...options, signal: gone.signal }));
};
