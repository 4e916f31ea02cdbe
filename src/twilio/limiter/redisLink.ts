/**
 * One connection to Redis and Bottleneck's limiter on it. Whatever goes wrong with either, both are given up together.
 *
 * Anything unexpected (a lost connection, a flush, a late answer) ends the connection. Waiting jobs then continue with
 * this process's share of the limit, and a new connection is tried. Bottleneck's own recovery does not work with Redis
 * 7.
 */
import Bottleneck from 'bottleneck';

/** After so long Redis takes back the slot of a process that has died. No slot may be needed for longer. */
const EXPIRATION_MS = 4250;
/** How often Bottleneck shows that its process lives; slots that nobody gives back are seen then, too. */
const HEARTBEAT_MS = 250;
/** Who has shown nothing for so long is not counted. */
export const LIVE_MS = 1500;
/** Who has shown nothing for so long is not offered what is free: what a dead process held goes to others at once. */
const DEAD_MS = 4000;
/** How often it is looked whether Redis has answered, and after how many times in vain it is given up. */
const TICK_MS = 100;
const TICKS = 15;
const TICKS_TO_OPEN = 40;

export interface Place {
  readonly redis: string;
  /** What the limit belongs to; others in the same Redis have limits of their own. */
  readonly scope: string;
  readonly perSecond: number;
  /** Of this process, whatever connections it has had. */
  readonly name: string;
}

/** Bottleneck's types leave out what its clients are. */
interface Client {
  time(): Promise<readonly (string | number)[]>;
  zadd(key: string, score: number, member: string): Promise<unknown>;
  zremrangebyscore(key: string, from: string, to: number): Promise<unknown>;
  zcard(key: string): Promise<number>;
  on(event: 'error' | 'close', listener: () => void): unknown;
}

export class RedisLink {
  /** Settles when there is no connection any more, or no sense in it. */
  readonly lost: Promise<void>;
  readonly #limiter: Bottleneck;
  readonly #connection: Bottleneck.IORedisConnection;
  readonly #client: Client;
  readonly #nodesKey: string;
  readonly #name: string;
  #isLost = false;
  #settle: () => void = () => {};

  /** Throws where Redis cannot be reached. */
  static async open(place: Place): Promise<RedisLink> {
    const { Redis } = await import('ioredis');
    const client = new Redis(place.redis, {
      connectTimeout: TICKS_TO_OPEN * TICK_MS,
      retryStrategy: () => null,
      // Sent again, a command whose answer was lost would count twice.
      autoResendUnfulfilledCommands: false,
    });
    const link = new RedisLink(place, client, new Bottleneck.IORedisConnection({ Redis, client }));
    try {
      await link.#inTime(link.#start(place), TICKS_TO_OPEN);
      return link;
    } catch (error) {
      link.close();
      throw error;
    }
  }

  private constructor({ scope, perSecond, name }: Place, client: Client, connection: Bottleneck.IORedisConnection) {
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
    // Its own recovery fails on Redis 7, which words errors in another way: a new connection begins anew instead.
    this.#limiter.on('error', () => this.close());
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  async #start({ perSecond }: Place): Promise<void> {
    await this.#limiter.ready();
    const { subscriber } = this.#limiter.clients() as { subscriber?: Client };
    subscriber?.on('close', () => this.close());
    // The limit may have been another one when the first process wrote it down.
    await this.#limiter.updateSettings({ maxConcurrent: perSecond });
  }

  /** Shows that this process lives, by Redis' own clock, and answers how many do. */
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
      // Later than that it says only that the slot has expired.
      if (!began) this.close();
    }
  }

  close(): void {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#settle();
    this.#connection.disconnect(false).catch(() => {});
  }

  /** By ticks, not by one time-out: a process that was held up itself gets to read what has come meanwhile. */
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
