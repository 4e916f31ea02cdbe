/**
 * The only path to Twilio: the SDK's HTTP client on undici. It limits, sends, classifies and, where it is safe,
 * retries.
 *
 * The SDK parses what its HTTP client returns, and its instances cost several times the rest of a request and turn
 * money into floats. So the SDK receives an empty page or resource, and the gateway receives Twilio's JSON beside it.
 * A write is repeated only if it certainly did not happen: Twilio answered 429, or no connection could be made. Any
 * other failure that leaves doubt has `outcome: UNKNOWN`.
 */
import type { Dispatcher } from 'undici';
import { Cancellation } from '../../cancellation.ts';
import { ApiError } from '../../errors.ts';
import type { BreakerState, Observer, Work } from '../../events.ts';
import { abortError, type Caller, deadlineOf, type Limiter } from '../limiter/index.ts';
import { type Answered, observed, paid } from './attempt.ts';
import { CircuitBreaker } from './circuitBreaker.ts';
import type { CredentialStore } from './credentialStore.ts';
import { askJson, askRedirect, type Delivery, openFile } from './delivery.ts';
import { fromNetwork, pauseBefore, sleep, verdictOn } from './failure.ts';
import { accountOf, bodyOf, FILE_HOST, headersOf, type SdkRequest, twilioUrl } from './outgoing.ts';
import { createDispatcher, ProxyRefusal, type ProxyRoute } from './proxy/index.ts';
import { RetryBudget } from './retryBudget.ts';
import { callInProgress } from './sdkCall.ts';

export interface TransportOptions {
  readonly limiter: Limiter;
  /** The credentials of every request; without a store, those that the SDK holds. */
  readonly credentialStore?: CredentialStore;
  /** Sends every call to this origin instead of Twilio; path and Host header stay. */
  readonly origin?: URL | undefined;
  readonly proxy?: ProxyRoute | undefined;
  /** Certificates in PEM that are trusted besides Node's own: of the origin, or of a proxy. */
  readonly ca?: string | undefined;
  /** How long one attempt may take, from sending the request to the end of the answer. */
  readonly timeoutMs: number;
  /** Every failure is final; only a request that a proxy answered with a new challenge is sent again. */
  readonly noRetry?: boolean;
  /** The largest file that is streamed. */
  readonly maxFileBytes?: number;
  readonly observer?: Observer;
}

interface SdkResponse {
  readonly statusCode: number;
  readonly body: unknown;
}

/** What the SDK gets instead of the answer: success, with a page without rows that also is a resource without values. */
const EMPTY_RESPONSE: SdkResponse = { statusCode: 200, body: { meta: { key: 'rows' }, rows: [] } };

/** A page of 1,000 rows is below 2 MB. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
const ACCEPT_JSON = { accept: 'application/json', 'user-agent': 'twilio-graphql' };
const MAX_FILE_BYTES = 512 * 1024 * 1024;
/** A probe that hangs must not keep others from a host that is back. */
const PROBE_TIMEOUT_MS = 5000;

export class Transport {
  readonly #agent: Dispatcher;
  /** Files have connections of their own: a long file delays no other answer, and may be larger. */
  readonly #files: Dispatcher;
  readonly #options: TransportOptions;
  readonly #hosts = new Map<string, Host>();
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
    // A slot that is shared over Redis expires. Its second on the wire must be over by then.
    const way = { proxy, ca, connectTimeoutMs: Math.min(timeoutMs, 3000) };
    this.#agent = createDispatcher(way, { ...usual, maxResponseSize: MAX_ANSWER_BYTES });
    this.#files = createDispatcher(way, { ...usual, maxResponseSize: maxFileBytes });
  }

  /** Called by the SDK. Throws an {@link ApiError} for everything that is not a success. */
  async request(request: SdkRequest): Promise<SdkResponse> {
    const call = callInProgress();
    const { caller } = call;
    const target = twilioUrl(request);
    const { body, etag } = await this.#repeat({
      agent: this.#agent,
      request,
      target,
      caller,
      deliver: caller.takesRedirect ? askRedirect : askJson,
    });
    call.answer = { body: caller.takesEtag ? withVersion(body, etag) : body };
    return EMPTY_RESPONSE;
  }

  /**
   * Opens a file: one transaction, which returns as soon as the headers are there. The caller follows redirects. Other
   * refusals are an {@link ApiError} without Twilio's message, which would name its addresses.
   */
  async open(request: SdkRequest, signal: AbortSignal, work?: Work): Promise<Dispatcher.ResponseData> {
    const target = twilioUrl(request, FILE_HOST);
    return this.#repeat({ agent: this.#files, request, target, caller: { signal, work }, deliver: openFile });
  }

  async close(): Promise<void> {
    await Promise.all([this.#agent.close(), this.#files.close()]);
  }

  #hostOf({ hostname }: URL): Host {
    const known = this.#hosts.get(hostname);
    if (known) return known;
    const onChange = (state: BreakerState) => this.#options.observer?.breaker?.(hostname, state);
    const host = { breaker: new CircuitBreaker(hostname, onChange), retries: new RetryBudget() };
    this.#hosts.set(hostname, host);
    return host;
  }

  async #repeat<T extends Answered>(sending: Sending<T>): Promise<T> {
    const { request, target, caller } = sending;
    const { limiter, credentialStore, noRetry = false, observer = {} } = this.#options;
    const host = this.#hostOf(target);
    const objection = () => host.breaker.objection();
    const account = accountOf(target);
    const { hostname } = target;
    const isForeign = credentialStore?.needsOther(hostname) === true;
    const ownAccount = !isForeign && (account === undefined || account === credentialStore?.accountSid);
    const write = isWrite(request);
    const about = { method: request.method, caller, ownAccount };
    let changed = false;
    for (let number = 1; ; number++) {
      const authorization = isForeign
        ? await credentialStore?.forProduct((accountSid) => this.#tokenOf(accountSid, hostname))
        : credentialStore?.authorization;
      try {
        return await paid(caller, (pay) =>
          observed(observer, { ...about, number }, (progress) =>
            limiter.schedule(
              (sent) =>
                host.breaker.run(async () => {
                  await caller.beforeSend?.();
                  progress.start();
                  const count = () => {
                    progress.send();
                    pay();
                  };
                  const isProbe = host.breaker.isProbing && !write;
                  const answer = await this.#send(sending, authorization, { sent, count, isProbe });
                  host.retries.earn();
                  return answer;
                }, !write && !caller.afterWrite),
              { ...caller, objection },
            ),
          ),
        );
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        // Nothing was done. The credentials may have been replaced since the request was sent.
        if (
          error.code === 'UNAUTHENTICATED' &&
          !changed &&
          authorization &&
          credentialStore?.hasOtherThan(authorization)
        ) {
          changed = true;
          await caller.beforeRetry?.();
          continue;
        }
        const isFinal = (noRetry || caller.noRetry) && !(error instanceof ProxyRefusal && error.retry === 'now');
        const leftMs = deadlineOf(caller) - performance.now();
        const pause = isFinal
          ? undefined
          : pauseBefore(error, { attempt: number, isWrite: write || caller.isCharged === true, leftMs });
        if (pause === undefined) throw error;
        // Retries of writes, and those that Twilio itself asks for by 429, are few and no load that it cannot take.
        if (!write && verdictOn(error) === 'failed' && !host.retries.spend()) throw error;
        await caller.beforeRetry?.();
        await sleep(pause, caller.signal);
      }
    }
  }

  /** The Auth Token of a subaccount. Twilio tells it to the parent account. */
  async #tokenOf(accountSid: string, hostname: string): Promise<string> {
    const uri = `https://${hostname.replace(/^[^.]+/, 'api')}/2010-04-01/Accounts/${accountSid}.json`;
    // The credential store replaces the credentials.
    const request = { method: 'get', uri, username: accountSid, password: accountSid, headers: ACCEPT_JSON };
    const caller: Caller = { work: { entity: 'Account', operation: 'fetch' } };
    const target = twilioUrl(request);
    const { body } = await this.#repeat({ agent: this.#agent, request, target, caller, deliver: askJson });
    const { auth_token: token } = (body ?? {}) as { auth_token?: unknown };
    if (typeof token === 'string' && token !== '') return token;
    throw new ApiError('FORBIDDEN', 'Twilio did not return the Auth Token of the subaccount. Nothing else was sent.');
  }

  /** Sends one request and reads its answer within the time limit. Without an answer, the error says what is known. */
  async #send<T>(
    { agent, request, target, caller, deliver }: Sending<T>,
    authorization: string | undefined,
    { sent, count, isProbe }: SendHooks,
  ): Promise<T> {
    const stop = new Cancellation();
    let late = false;
    const { timeoutMs } = this.#options;
    const timer = setTimeout(
      () => {
        late = true;
        stop.abort();
      },
      isProbe ? Math.min(timeoutMs, PROBE_TIMEOUT_MS) : timeoutMs,
    );
    let onWire = false;
    let abandoned = false;
    const abandon = () => {
      // A write that has left goes on: nobody knows what half of a request would do.
      if (onWire && isWrite(request)) return;
      abandoned = true;
      stop.abort();
    };
    const { signal } = caller;
    if (signal?.aborted) abandon();
    signal?.addEventListener('abort', abandon, { once: true });
    const onSent = () => {
      onWire = true;
      caller.onSent?.();
      // undici calls this before it writes, and writes before it returns: in a microtask the kernel has the request.
      queueMicrotask(sent);
    };
    const unknown = () => (isWrite(request) && onWire ? ('UNKNOWN' as const) : undefined);
    try {
      const { origin, hostname } = this.#options.origin ?? target;
      const options = {
        origin,
        // Otherwise undici uses the Host header as TLS server name, and reconnects when it changes.
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
      if (signal && abandoned) throw abortError(signal);
      throw fromNetwork(error, { late, onWire, outcome: unknown() });
    } finally {
      clearTimeout(timer);
      if (onWire) count();
    }
  }
}

/** What is known of a host of Twilio. */
interface Host {
  readonly breaker: CircuitBreaker;
  readonly retries: RetryBudget;
}
interface Sending<T> {
  readonly agent: Dispatcher;
  readonly request: SdkRequest;
  readonly target: URL;
  readonly caller: Caller;
  readonly deliver: (delivery: Delivery) => Promise<T>;
}
interface SendHooks {
  /** It finds out whether its host is back, so others wait for it. */
  readonly isProbe: boolean;
  /** The request is on the wire. */
  sent(): void;
  /** The attempt has ended, and its request was on the wire and not kept by a proxy. */
  count(): void;
}
/** The version is read where everything else is: in the JSON of the row. */
const withVersion = (body: unknown, etag: string | undefined): unknown =>
  etag === undefined || typeof body !== 'object' || body === null || Array.isArray(body) ? body : { ...body, etag };

const isWrite = ({ method }: SdkRequest): boolean => !/^(get|head)$/i.test(method);
