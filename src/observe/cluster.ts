/** One scrape for all nodes: a scrape meets one process, which asks the first one, which asks every process. */
import cluster from 'node:cluster';
import { AggregatorRegistry } from 'prom-client';
import type { Exposition, Metrics } from './metrics.ts';

const ASK = 'twilio-graphql:metrics?';
const ANSWER = 'twilio-graphql:metrics';
const PATIENCE_MS = 6000;

interface Message {
  readonly type?: string;
  readonly id?: number;
  /** `undefined`: it could not be had. */
  readonly text?: string | undefined;
}

/** In the first process: answers what {@link exposeCluster} of the others asks. */
export const answerMetrics = (): void => {
  const all = new AggregatorRegistry();
  cluster.on('message', (worker, { type, id }: Message) => {
    if (type !== ASK) return;
    const answer = (text?: string) => worker.isConnected() && worker.send({ type: ANSWER, id, text });
    all.clusterMetrics().then(answer, () => answer());
  });
};

/** In every other process: the metrics of all of them, counters and gauges added up. */
export const exposeCluster = (metrics: Metrics): (() => Promise<Exposition>) => {
  AggregatorRegistry.setRegistries(metrics.registry);
  // It listens for the first process's questions from now on.
  const { contentType: type } = new AggregatorRegistry();
  const asking = new Map<number, (text: string | undefined) => void>();
  process.on('message', (message: Message) => {
    if (message.type === ANSWER && message.id !== undefined) asking.get(message.id)?.(message.text);
  });
  let last = 0;
  return () =>
    new Promise((resolve, reject) => {
      const id = ++last;
      const settle = (text: string | undefined) => {
        clearTimeout(patience);
        asking.delete(id);
        if (text === undefined) reject(new Error('The metrics of the other processes could not be had.'));
        else resolve({ type, text });
      };
      const patience = setTimeout(settle, PATIENCE_MS, undefined);
      asking.set(id, settle);
      process.send?.({ type: ASK, id });
    });
};
