/** Reads an answer of Twilio: its JSON, or the error that its status stands for. */
import type { Dispatcher } from 'undici';
import { ApiError, fromTwilio, gaveUp } from '../../errors.ts';
import type { Answer } from './exchange.ts';

export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Of the ETag header: the version of the row. */
  readonly etag: string | undefined;
}

/** What is known of the request when its answer is read. */
export interface Asked {
  readonly unknown: () => 'UNKNOWN' | undefined;
  /** Its headers as they were sent. */
  readonly headers: unknown;
  /** Any redirect is an answer. */
  readonly takesRedirect?: boolean;
}

/**
 * Answers Twilio's JSON, or throws. JSON with 307 is an answer as well. `unknown` says what is known of a write after an
 * answer that settles nothing: every status except a refusal (4xx).
 */
export const readJson = (
  { status, headers, isEmpty, json }: Answer,
  { unknown, headers: asked, takesRedirect = false }: Asked,
): JsonAnswer => {
  const isRedirect = takesRedirect && status >= 300 && status < 400;
  const body = isRedirect ? redirectOf(json, headers) : json;
  const isObject = typeof body === 'object' && body !== null;
  if ((status >= 200 && status < 300) || ((isRedirect || status === 307) && isObject)) {
    if (body === undefined && !isEmpty)
      throw new ApiError('UPSTREAM_UNREADABLE', `The answer of Twilio (HTTP ${status}) is not JSON.`, {
        status,
        outcome: unknown(),
      });
    return { status, body, etag: [headers.etag].flat()[0] };
  }
  // Twilio says in JSON that a resource does not exist. A page of HTML says it of an address, and comes from elsewhere.
  if (status === 404 && !isObject)
    throw new ApiError(
      'UPSTREAM_ERROR',
      'The answer (HTTP 404) is not in the form of Twilio: it came from elsewhere, such as a proxy.',
      {
        status,
        outcome: unknown(),
      },
    );
  const isRefusal = status >= 400 && status < 500 && !gaveUp(status);
  throw fromTwilio(status, body, {
    retryAfter: seconds(headers['retry-after']),
    outcome: isRefusal ? undefined : unknown(),
    isConditional: Object.keys(asked ?? {}).some((name) => name.toLowerCase() === 'if-match'),
  });
};

/** The address that an answer redirects to, as JSON. It is returned, never followed: it may be of another host. */
const redirectOf = (body: unknown, { location }: Answer['headers']): unknown =>
  typeof body === 'object' && body !== null
    ? body
    : typeof location === 'string' && location !== ''
      ? { redirect_to: location }
      : undefined;

/** A file that starts to arrive, a redirect, or the answer to a range that the file does not have. */
export const readHead = async (response: Dispatcher.ResponseData): Promise<Dispatcher.ResponseData> => {
  const { statusCode: status, headers, body } = response;
  if (status < 400 || status === 416) return response;
  await body.dump();
  throw fromTwilio(status, undefined, { retryAfter: seconds(headers['retry-after']) });
};

/** Retry-After: seconds, or a date. */
const seconds = (header: string | string[] | undefined): number | undefined => {
  const value = [header].flat()[0];
  if (value === undefined) return undefined;
  const wait = /^\d+(\.\d+)?$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
};
