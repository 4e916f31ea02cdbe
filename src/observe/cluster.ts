/**
 * One scrape for all nodes: it meets one process, which asks the first one, which asks every process that serves.
 *
 * A scrape fails if one process does not answer, because a sum without it would look like a restart.
 */
import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry, type MetricObject } from 'prom-client';
import type { Exposition, Metrics } from './metrics.ts';

/** `all?` and `all` between a process that is scraped and the first one, `own?` and `own` between that and each. */
interface Message {
  readonly metrics?: 'all?' | 'all' | 'own?' | 'own';
  readonly id: number;
  /** `undefined`: they could not be had. */
  readonly text?: string | undefined;
  readonly own?: MetricObject[];
}

const TIMEOUT_MS = 3000;

/** Questions to another process that wait for their answers. */
class Questions<T> {
  readonly #waiting = new Map<number, (answer: T) => void>();
  #last = 0;

  ask(send: (id: number) => void): Promise<T> {
    const id = ++this.#last;
    return new Promise<T>((resolve, reject) => {
      const timeout = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new Error('A process did not report its metrics in time.'));
      }, TIMEOUT_MS);
      this.#waiting.set(id, (answer) => {
        clearTimeout(timeout);
        this.#waiting.delete(id);
        resolve(answer);
      });
      send(id);
    });
  }

  answer(id: number, answer: T): void {
    this.#waiting.get(id)?.(answer);
  }
}

/** In the first process: answers what {@link exposeCluster} of the others asks. One that is silent fails the scrape. */
export const answerMetrics = (): void => {
  /** Those who have said something: before that a process listens to nothing. */
  const serving = new Set<Worker>();
  const questions = new Questions<MetricObject[]>();
  const all = async () => {
    const parts = [...serving].map((each) => questions.ask((id) => tell(each, { metrics: 'own?', id })));
    return AggregatorRegistry.aggregate(await Promise.all(parts)).metrics();
  };
  cluster.on('exit', (worker) => serving.delete(worker));
  cluster.on('message', (worker, { metrics, id, own = [] }: Message) => {
    serving.add(worker);
    if (metrics === 'own') questions.answer(id, own);
    if (metrics !== 'all?') return;
    const answer = (text?: string) => tell(worker, { metrics: 'all', id, text });
    all().then(answer, () => answer());
  });
};

const tell = (worker: Worker, message: Message): void => {
  // Who ends meanwhile hears nothing, which is no error of the first process.
  if (worker.isConnected()) worker.send(message, () => {});
};

/** In every other process: the metrics of all of them, counters and gauges added up. */
export const exposeCluster = ({ registry }: Metrics): (() => Promise<Exposition>) => {
  const questions = new Questions<string | undefined>();
  process.on('message', ({ metrics, id, text }: Message) => {
    if (metrics === 'all') questions.answer(id, text);
    if (metrics === 'own?')
      registry
        .getMetricsAsJSON()
        .then((own) => process.send?.({ metrics: 'own', id, own }))
        .catch(() => {});
  });
  return async () => {
    const text = await questions.ask((id) => process.send?.({ metrics: 'all?', id }));
    if (text === undefined) throw new Error('The metrics of the other processes could not be had.');
    return { type: registry.contentType, text };
  };
};
