/** The only door to Twilio: the SDK's HTTP client on undici. Limits, sends, classifies and, where it is safe, retries. */
import type { Dispatcher } from 'undici';
import { ApiError, fromTwilio } from '../../errors.ts';
import type { Observer, Work } from '../../events.ts';
import { type Signal, Stop } from '../../signal.ts';
import type { Caller, Limiter } from '../limiter/index.ts';
import { type Answered, paid, watched } from './attempt.ts';
import type { CredentialStore } from './credentialStore.ts';
import { type Answer, exchange } from './exchange.ts';
import { cancelled, fromNetwork, pauseBefore, sleep } from './failure.ts';
import { bodyOf, FILE_HOST, headersOf, type SdkRequest, twilioUrl } from './outgoing.ts';
import { createDispatcher, ProxyRefusal, type Route } from './proxy/index.ts';
import { loadStreams } from './undici.ts';

export interface TransportOptions {
  readonly limiter: Limiter;
  /** Opens the account; without it, what the SDK holds does. */
  readonly credentialStore?: CredentialStore;
  /** Sends every call to this origin instead of Twilio's; path and Host header stay. */
  readonly origin?: URL | undefined;
  readonly proxy?: Route | undefined;
  /** Certificates in PEM that are believed beside Node's own: of the origin, or of a proxy. */
  readonly ca?: string | undefined;
  /** How long one attempt may take, from its sending to the end of its answer. */
  readonly timeoutMs: number;
  /** A failure is an answer: nothing is sent a second time, but what a proxy wants other credentials for. */
  readonly noRetry?: boolean;
  /** The largest file that is streamed. */
  readonly maxFileBytes?: number;
  readonly observer?: Observer;
}

interface SdkResponse {
  readonly statusCode: number;
  readonly body: unknown;
}

/** One operation of the gateway: who waits for it, and where its answer is laid down. */
interface Exchange {
  readonly caller: Caller;
  answer?: unknown;
}
/**
 * The operation for which the SDK is making a request just now. It makes it before it answers its promise, so that no
 * AsyncLocalStorage is needed, which on Node 20 slows down every promise of the process.
 */
let currentCall: Exchange | undefined;

/**
 * Runs a call of the SDK and answers Twilio's own JSON. The SDK makes the request; what it makes of the answer
 * (money as floats, nulls hidden, an object per row) is not used.
 */
export const callSdk = async (call: () => Promise<unknown>, caller: Caller): Promise<unknown> => {
  const operation: Exchange = { caller };
  currentCall = operation;
  let made: Promise<unknown>;
  try {
    made = call();
  } finally {
    currentCall = undefined;
  }
  await made;
  return operation.answer;
};

/** What the SDK gets to read instead of the answer: a page without rows, an instance without values. */
const EMPTY_BODY = { meta: { key: 'rows' }, rows: [] };

const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
const MAX_FILE_BYTES = 512 * 1024 * 1024;

export class Transport {
  readonly #agent: Dispatcher;
  /** Files have connections of their own: a long one holds up no answer, and more bytes may come. */
  readonly #files: Dispatcher;
  readonly #options: TransportOptions;
  readonly maxFileBytes: number;

  constructor(options: TransportOptions) {
    this.#options = options;
    const { timeoutMs, maxFileBytes = MAX_FILE_BYTES, proxy, ca } = options;
    const usual = {
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      keepAliveTimeout: 20_000,
      pipelining: 1,
    };
    this.maxFileBytes = maxFileBytes;
    // A slot that is shared over Redis expires: by then its second on the wire must be over.
    const way = { proxy, ca, connectTimeoutMs: Math.min(timeoutMs, 3000) };
    this.#agent = createDispatcher(way, { ...usual, maxResponseSize: MAX_ANSWER_BYTES });
    this.#files = createDispatcher(way, { ...usual, maxResponseSize: maxFileBytes });
  }

  /** Called by the SDK. Answers a success; throws an {@link ApiError} for everything else. */
  async request(request: SdkRequest): Promise<SdkResponse> {
    const operation: Exchange = currentCall ?? { caller: {} };
    const { caller } = operation;
    const target = twilioUrl(request);
    const { status, body } = await this.#repeat({ agent: this.#agent, request, target, caller, deliver: askJson });
    operation.answer = body;
    return { statusCode: status, body: EMPTY_BODY };
  }

  /**
   * Opens a file: one transaction, answered as soon as its headers are there. Redirects are answers, for the caller to
   * follow; other refusals are an {@link ApiError} without Twilio's words, which name its addresses.
   */
  async open(request: SdkRequest, signal: AbortSignal, work?: Work): Promise<Dispatcher.ResponseData> {
    const target = twilioUrl(request, FILE_HOST);
    return this.#repeat({ agent: this.#files, request, target, caller: { signal, work }, deliver: openFile });
  }

  async close(): Promise<void> {
    await Promise.all([this.#agent.close(), this.#files.close()]);
  }

  async #repeat<T extends Answered>(sending: Sending<T>): Promise<T> {
    const { request, target, caller } = sending;
    const { limiter, credentialStore, noRetry = false, observer = {} } = this.#options;
    let changed = false;
    for (let attempt = 1; ; attempt++) {
      const authorization = credentialStore?.for(target.hostname);
      try {
        return await paid(caller, (pay) =>
          watched(observer, { method: request.method, caller, attempt }, (marks) =>
            limiter.schedule(async (sent) => {
              await caller.beforeSend?.();
              marks.begin();
              const count = () => {
                marks.send();
                pay();
              };
              return this.#send(sending, authorization, { sent, count });
            }, caller),
          ),
        );
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        // Not done; what was right when it was sent may be something else by now.
        if (
          error.code === 'UNAUTHENTICATED' &&
          !changed &&
          authorization &&
          credentialStore?.hasOtherThan(authorization)
        ) {
          changed = true;
          continue;
        }
        const isFinal = (noRetry || caller.noRetry) && !(error instanceof ProxyRefusal && error.retry === 'now');
        const pause = isFinal ? undefined : pauseBefore(attempt, error, isWrite(request));
        if (pause === undefined) throw error;
        await sleep(pause, caller.signal);
      }
    }
  }

  /** Sends one request and has its answer read, within the time; says what became of it where there is no answer. */
  async #send<T>(
    { agent, request, target, caller, deliver }: Sending<T>,
    authorization: string | undefined,
    { sent, count }: Told,
  ): Promise<T> {
    const stop = new Stop();
    let late = false;
    const deadline = setTimeout(() => {
      late = true;
      stop.abort();
    }, this.#options.timeoutMs);
    // A write goes on when its client has gone: it is not known what a half-sent one would do.
    const signal = isWrite(request) ? undefined : caller.signal;
    if (signal?.aborted) stop.abort();
    signal?.addEventListener('abort', () => stop.abort(), { once: true });
    let onWire = false;
    const onSent = () => {
      onWire = true;
      // undici tells before it writes, and writes before it returns: by then it is in the hands of the kernel.
      queueMicrotask(sent);
    };
    const unknown = () => (isWrite(request) && onWire ? ('UNKNOWN' as const) : undefined);
    try {
      const { origin, hostname } = this.#options.origin ?? target;
      const options = {
        origin,
        // Otherwise undici asks TLS for the name in the Host header, and reconnects when it changes.
        servername: hostname,
        path: `${target.pathname}${target.search}`,
        method: request.method.toUpperCase() as Dispatcher.HttpMethod,
        headers: headersOf(request, target, authorization),
        body: bodyOf(request) ?? null,
      };
      return await deliver({ agent, options, signal: stop, onSent, unknown });
    } catch (error) {
      if (error instanceof ProxyRefusal) onWire = false;
      if (error instanceof ApiError) throw error;
      if (signal?.aborted) throw cancelled();
      throw fromNetwork(error, late, onWire, unknown());
    } finally {
      clearTimeout(deadline);
      if (onWire) count();
    }
  }
}

interface Sending<T> {
  readonly agent: Dispatcher;
  readonly request: SdkRequest;
  readonly target: URL;
  readonly caller: Caller;
  readonly deliver: (delivery: Delivery) => Promise<T>;
}
interface Told {
  /** At once: it is on the wire. */
  sent(): void;
  /** In the end: it was, and no proxy kept it. */
  count(): void;
}
/** One attempt. */
interface Delivery {
  readonly agent: Dispatcher;
  readonly options: Dispatcher.DispatchOptions;
  readonly signal: Signal;
  readonly onSent: () => void;
  readonly unknown: () => 'UNKNOWN' | undefined;
}

const askJson = ({ agent, options, signal, onSent, unknown }: Delivery) =>
  exchange(agent, options, signal, onSent, (answer) => readJson(answer, unknown));

const openFile = async ({ agent, options, signal, onSent }: Delivery) => {
  await loadStreams();
  const gone = new AbortController();
  signal.addEventListener('abort', () => gone.abort(), { once: true });
  if (signal.aborted) gone.abort();
  return readHead(await agent.compose(announce(onSent)).request({ ...options, signal: gone.signal }));
};

const isWrite = ({ method }: SdkRequest): boolean => !/^(get|head)$/i.test(method);

/** Twilio's JSON, or its refusal. */
const readJson = (
  { status, headers, text }: Answer,
  unknown: Delivery['unknown'],
): { status: number; body: unknown } => {
  const body = parse(text);
  // Twilio answers a Get of an add-on's findings with the address that it redirects to: told, never followed.
  const redirectIsTheAnswer = status === 307 && typeof body === 'object';
  if ((status >= 200 && status < 300) || redirectIsTheAnswer) {
    if (body === undefined && text !== '')
      throw new ApiError('UPSTREAM_UNREADABLE', `Twilio's answer (HTTP ${status}) is not JSON.`, {
        status,
        outcome: unknown(),
      });
    return { status, body };
  }
  throw fromTwilio(status, body, seconds(headers['retry-after']), status >= 500 ? unknown() : undefined);
};

/** A file that begins to arrive, a redirect, or what the client asked in vain for a part of. */
const readHead = async (response: Dispatcher.ResponseData): Promise<Dispatcher.ResponseData> => {
  const { statusCode: status, headers, body } = response;
  if (status < 400 || status === 416) return response;
  await body.dump();
  throw fromTwilio(status, undefined, seconds(headers['retry-after']));
};

/** Tells when a request is written to its socket, which may be later than its dispatch. */
const announce =
  (sent: () => void): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) =>
    dispatch(options, {
      onRequestStart: (controller, context) => {
        sent();
        handler.onRequestStart?.(controller, context);
      },
      onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
      onResponseStart: (...args) => handler.onResponseStart?.(...args),
      onResponseData: (...args) => handler.onResponseData?.(...args),
      onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
      onResponseError: (...args) => handler.onResponseError?.(...args),
    });

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const seconds = (header: string | string[] | undefined): number | undefined => {
  const value = [header].flat()[0];
  if (value === undefined) return undefined;
  const wait = /^\d+(\.\d+)?$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
};
