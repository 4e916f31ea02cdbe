/** Faults on demand: the sandbox delays, refuses, breaks or loses requests, by route and rate, repeatably by a seed. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { TwilioError } from './errors.ts';
import { errorAnswer, type HttpAnswer } from './http.ts';
import { Random } from './random.ts';

const PATH = z.string().startsWith('/').max(500);
const RATE = z.number().min(0).max(1);
const common = {
  /** Only requests of this method; every method without it. */
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
  /** Only this path, in which `*` stands for one segment and `**` for any number; every path without it. */
  path: PATH.optional(),
  /** The share of the matching requests that the fault hits. */
  rate: RATE.default(1),
  /** How many requests it hits at most. */
  times: z.int().min(1).optional(),
};
/** `before`: the sandbox does not process the request. `after`: it does, and the client does not learn the result. */
const when = z.enum(['before', 'after']).default('before');

const fault = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('latency'), ms: z.int().min(0).max(600_000) }),
  z.strictObject({ ...common, kind: z.literal('reset'), when }),
  z.strictObject({ ...common, kind: z.literal('hang'), when }),
  z.strictObject({
    ...common,
    kind: z.literal('rate-limit'),
    retryAfter: z.union([z.int().min(0), z.string()]).optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('error'), when, status: z.int().min(500).max(599).default(500) }),
  z.strictObject({ ...common, kind: z.literal('html'), when, status: z.int().min(200).max(599).default(502) }),
  z.strictObject({ ...common, kind: z.literal('truncated') }),
]);
const plan = z.strictObject({ seed: z.int().default(1), faults: z.array(fault).max(100) });

export type Fault = z.output<typeof fault>;
export type FaultPlan = z.input<typeof plan>;

class ActiveFault {
  readonly fault: Fault;
  readonly #random: Random;
  readonly #path: RegExp | undefined;
  matched = 0;
  injected = 0;

  constructor(fault: Fault, seed: number) {
    this.fault = fault;
    this.#random = new Random(seed);
    this.#path = fault.path === undefined ? undefined : pattern(fault.path);
  }

  /** Each matching request draws once, so the nth one of a seed always has the same outcome. */
  hits(method: string, path: string): boolean {
    const { fault } = this;
    if (fault.method && fault.method !== method) return false;
    if (this.#path && !this.#path.test(path)) return false;
    this.matched++;
    const hit = this.#random.happens(fault.rate) && this.injected < (fault.times ?? Number.POSITIVE_INFINITY);
    if (hit) this.injected++;
    return hit;
  }
}

const WILDCARDS: Readonly<Record<string, string>> = { '*': '[^/]*', '**': '.*' };
const pattern = (path: string): RegExp => {
  const parts = path.split(/(\*{1,2})/).map((part) => WILDCARDS[part] ?? part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('')}$`);
};

export class FaultInjector {
  #seed = 1;
  #faults: readonly ActiveFault[] = [];

  /** Replaces the plan. Throws a `ZodError` if the plan is not valid. */
  set(given: unknown): void {
    const { seed, faults } = plan.parse(given);
    this.#seed = seed;
    this.#faults = faults.map((each, i) => new ActiveFault(each, seed + i));
  }

  /** The plan, and how many requests each fault has matched and hit. */
  state(): object {
    const faults = this.#faults.map(({ fault, matched, injected }) => ({ ...fault, matched, injected }));
    return { seed: this.#seed, faults };
  }

  /** The faults that this request meets: all delays, and the first of the others. */
  draw(method: string, path: string): readonly Fault[] {
    const hits = this.#faults.filter((each) => each.hits(method, path)).map(({ fault }) => fault);
    const breaking = hits.find(({ kind }) => kind !== 'latency');
    return hits.filter((each) => each.kind === 'latency' || each === breaking);
  }
}

/** Answers a request with the faults that it meets. `process` carries it out; some faults prevent that. */
export const serveWith = async (
  faults: readonly Fault[],
  request: IncomingMessage,
  response: ServerResponse,
  process: () => Promise<HttpAnswer>,
): Promise<HttpAnswer | undefined> => {
  let breaking: Fault | undefined;
  for (const each of faults)
    if (each.kind === 'latency') await sleep(each.ms, undefined, { ref: false });
    else breaking = each;
  if (!breaking || isAfter(breaking)) {
    const answered = await process();
    return breaking ? breakWith(breaking, response, answered) : answered;
  }
  // Some clients report a reset instead of the answer if their body has not been read.
  for await (const _ of request);
  return breakWith(breaking, response);
};

const isAfter = (each: Fault): boolean => each.kind === 'truncated' || ('when' in each && each.when === 'after');

const HTML = '<!DOCTYPE html><html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>';

const breakWith = (each: Fault, response: ServerResponse, answered?: HttpAnswer): HttpAnswer | undefined => {
  switch (each.kind) {
    case 'reset':
      response.socket?.resetAndDestroy();
      return undefined;
    case 'rate-limit': {
      const { retryAfter } = each;
      const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
      return errorAnswer(new TwilioError(20429, 'Too Many Requests', 429), headers);
    }
    case 'error':
      return errorAnswer(new TwilioError(20500, 'An internal server error has occurred', each.status));
    case 'html':
      return { status: each.status, headers: { 'content-type': 'text/html' }, body: HTML };
    case 'truncated': {
      const body = Buffer.from(answered?.body ?? '');
      response.writeHead(answered?.status ?? 200, { ...answered?.headers, 'content-length': body.length });
      response.write(body.subarray(0, body.length >> 1), () => response.destroy());
      return undefined;
    }
    default:
      // A request that hangs is never answered: its connection stays open until one side closes it.
      return undefined;
  }
};
