/**
 * One connection to Redis and Bottleneck's limiter on it. If either fails, both are closed.
 *
 * Anything unexpected (a lost connection, a flush, a late answer) ends the connection. Waiting jobs then continue with
 * this process's share of the limit, and a new connection is tried. Bottleneck's own recovery does not work with Redis
 * 7.
 */
import Bottleneck from 'bottleneck';

/** After this time Redis frees the slot of a process that has died. No slot may be held longer. */
const EXPIRATION_MS = 4250;
/** Interval of Bottleneck's heartbeat, at which it also frees expired slots. */
const HEARTBEAT_MS = 250;
/** A process without a heartbeat for this long is not counted. */
export const LIVE_MS = 1500;
/** A process without a heartbeat for this long is offered no slots, so that they go to live processes at once. */
const DEAD_MS = 4000;
/** Interval at which an answer of Redis is checked for, and the number of checks after which it is too late. */
const TICK_MS = 100;
const TICKS = 15;
const TICKS_TO_OPEN = 40;

export interface RedisLinkOptions {
  readonly redis: string;
  /** What is limited. Several limits can share one Redis. */
  readonly scope: string;
  readonly perSecond: number;
  /** Of this process; stays the same over reconnections. */
  readonly name: string;
}

/** The parts of ioredis in use: Bottleneck's types do not say what its clients are. */
interface Client {
  time(): Promise<readonly (string | number)[]>;
  zadd(key: string, score: number, member: string): Promise<unknown>;
  zremrangebyscore(key: string, from: string, to: number): Promise<unknown>;
  zcard(key: string): Promise<number>;
  on(event: 'error' | 'close', listener: () => void): unknown;
}

export class RedisLink {
  /** Resolves when the connection is lost or closed. */
  readonly lost: Promise<void>;
  readonly #limiter: Bottleneck;
  readonly #connection: Bottleneck.IORedisConnection;
  readonly #client: Client;
  readonly #nodesKey: string;
  readonly #name: string;
  #isLost = false;
  #settle: () => void = () => {};

  /** Throws if Redis cannot be reached. */
  static async open(options: RedisLinkOptions): Promise<RedisLink> {
    const { Redis } = await import('ioredis');
    const client = new Redis(options.redis, {
      connectTimeout: TICKS_TO_OPEN * TICK_MS,
      retryStrategy: () => null,
      // A command whose answer was lost would count twice if it were sent again.
      autoResendUnfulfilledCommands: false,
    });
    const link = new RedisLink(options, client, new Bottleneck.IORedisConnection({ Redis, client }));
    try {
      await link.#inTime(link.#start(options), TICKS_TO_OPEN);
      return link;
    } catch (error) {
      link.close();
      throw error;
    }
  }

  private constructor(
    { scope, perSecond, name }: RedisLinkOptions,
    client: Client,
    connection: Bottleneck.IORedisConnection,
  ) {
    const id = `twilio-graphql:${scope}`;
    this.lost = new Promise((settle) => {
      this.#settle = settle;
    });
    this.#client = client;
    this.#connection = connection;
    this.#nodesKey = `${id}:nodes`;
    this.#name = name;
    for (const event of ['error', 'close'] as const) client.on(event, () => this.close());
    connection.on('error', () => this.close());
    this.#limiter = new Bottleneck({
      ...{ id, connection, maxConcurrent: perSecond },
      ...{ heartbeatInterval: HEARTBEAT_MS, clientTimeout: DEAD_MS },
    });
    // Bottleneck's recovery matches error messages that Redis 7 has changed, so a new connection replaces it.
    this.#limiter.on('error', () => this.close());
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  async #start({ perSecond }: RedisLinkOptions): Promise<void> {
    await this.#limiter.ready();
    const { subscriber } = this.#limiter.clients() as { subscriber?: Client };
    subscriber?.on('close', () => this.close());
    // The first process may have stored another limit.
    await this.#limiter.updateSettings({ maxConcurrent: perSecond });
  }

  /** Records that this process lives, by the clock of Redis, and returns the number of live processes. */
  async countNodes(): Promise<number> {
    try {
      const [seconds = 0, micros = 0] = await this.#inTime(this.#client.time());
      const now = Number(seconds) * 1000 + Math.floor(Number(micros) / 1000);
      const all = [
        this.#client.zadd(this.#nodesKey, now, this.#name),
        this.#client.zremrangebyscore(this.#nodesKey, '-inf', now - LIVE_MS),
        this.#client.zcard(this.#nodesKey),
      ] as const;
      const [, , count] = await this.#inTime(Promise.all(all));
      return count;
    } catch {
      this.close();
      return 0;
    }
  }

  /** Runs the job in a slot of the shared limit, which lasts until the job ends. */
  async hold(job: () => Promise<void>): Promise<void> {
    let began = false;
    const begin = () => {
      began = true;
      return job();
    };
    try {
      await this.#limiter.schedule({ expiration: EXPIRATION_MS }, begin);
    } catch {
      // Once the job has begun, an error only says that the slot has expired.
      if (!began) this.close();
    }
  }

  close(): void {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#settle();
    this.#connection.disconnect(false).catch(() => {});
  }

  /** Counts ticks instead of using one time-out: a process that was blocked itself can still read the answer. */
  #inTime<T>(answer: Promise<T>, ticks = TICKS): Promise<T> {
    return new Promise((resolve, reject) => {
      let left = ticks;
      const clock = setInterval(() => {
        if (--left === 0) reject(new Error('Redis did not answer in time.'));
      }, TICK_MS);
      this.lost.then(() => reject(new Error('The connection to Redis was lost.')));
      answer.then(resolve, reject).finally(() => clearInterval(clock));
    });
  }
}
