/** Sends one request with undici's dispatcher and reads the answer as JSON, without the cost of undici's streams. */
import type { Dispatcher } from 'undici';
import type { Signal } from '../../cancellation.ts';
import { isLarge, parseJson, parseLargeJson } from './json.ts';
import { errors } from './undici.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly isEmpty: boolean;
  /** `undefined` for what is not JSON. */
  readonly json: unknown;
}

/**
 * `onSent` is called when the request is written to its socket, which may be later than its dispatch. The text is
 * read as soon as it is complete: a promise of it, which is old by then, would keep it until the next full collection.
 */
export const exchange = <T>(
  agent: Dispatcher,
  options: Dispatcher.DispatchOptions,
  signal: Signal,
  onSent: () => void,
  read: (answer: Answer) => T,
): Promise<T> =>
  new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let status = 0;
    let headers: Answer['headers'] = {};
    let chunks: Buffer[] = [];
    let bytes = 0;
    const abort = () => {
      reject(new errors.RequestAbortedError());
      controller?.abort(new errors.RequestAbortedError());
    };
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    agent.dispatch(options, {
      onRequestStart: (started) => {
        controller = started;
        if (signal.aborted) started.abort(new errors.RequestAbortedError());
        else onSent();
      },
      onResponseStart: (_controller, code, given) => {
        status = code;
        headers = given;
      },
      onResponseData: (_controller, chunk) => {
        chunks.push(chunk);
        bytes += chunk.length;
      },
      onResponseEnd: () => {
        const finish = (json: unknown) => read({ status, headers, isEmpty: bytes === 0, json });
        const received = chunks;
        chunks = [];
        if (isLarge(bytes)) return void parseLargeJson(received).then(finish).then(resolve, reject);
        try {
          resolve(finish(parseJson(received)));
        } catch (error) {
          reject(error);
        }
      },
      onResponseError: (_controller, error) => reject(error),
    });
  });

/** Calls `sent` when a request is written to its socket, which may be later than its dispatch. */
export const announce =
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
