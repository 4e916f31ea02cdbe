/** The closed list of error codes, and the translation of Twilio's answers into it. */
import { GraphQLError } from 'graphql';

/** Every code that a running operation can answer, in `extensions.code` or in `userErrors`. */
export const codes = {
  BAD_USER_INPUT: 'An argument is invalid; nothing was sent to Twilio.',
  UNAUTHENTICATED: 'Twilio refused the credentials of this connection (401).',
  FORBIDDEN:
    'The credentials are not allowed to do this (403), or do not reach the products of the account that the row belongs to.',
  INSUFFICIENT_SCOPE:
    'The key does not have the scope that this needs; nothing of the operation ran, or the field is null.',
  DESTINATION_NOT_ALLOWED:
    'The server or the key does not allow sends to this country or kind of number; nothing was sent.',
  SPENDING_LIMIT: 'A limit on what may be sent or spent is reached; nothing was sent. See `retryAfter`.',
  SENDS_OFF: 'Sends are switched off on this server; nothing was sent.',
  TOO_MANY_PAID_FIELDS:
    'The operation has more fields that cost money or reach a person than TWILIO_MAX_PAID_FIELDS allows; nothing ran.',
  NOT_FOUND: 'The resource or its parent does not exist (404).',
  THROTTLED:
    'Too many transactions wait here, or its turn would come too late; nothing was sent. Try again after `retryAfter` seconds.',
  RATE_LIMITED:
    'Twilio refused the request because of its rate limit (429) and did nothing; try again after `retryAfter` seconds.',
  CONFLICT: 'The row has changed since the version in `ifMatch` (412). Nothing was changed.',
  REJECTED: 'Twilio refused the request (another 4xx); see `twilioCode` and `moreInfo`.',
  MAX_COST_EXCEEDED:
    'The operation needs, or may need, more upstream calls than TWILIO_MAX_COST or TWILIO_MAX_PREDICTED_COST allows, or returns too many values; this part of it was not sent.',
  SCAN_LIMIT:
    'The list needs more rows or pages than TWILIO_SCAN_LIMIT allows: pass `cursor` as `after` to continue. Or the lists of the operation hold too many rows in memory.',
  CURSOR_EXPIRED:
    'Twilio no longer has the page that the cursor names, or lists the rows in another order than before; read the list again without `after`, or narrow it by a filter.',
  TOO_MANY_MATCHES: 'More rows match than the limit allows; nothing was changed.',
  UPSTREAM_ERROR: 'Twilio failed (5xx, 408, 499 or an unexpected response).',
  OPERATION_TIMEOUT:
    'The time of the operation was over (TWILIO_OPERATION_TIMEOUT_MS, or X-Request-Timeout-Ms of the client); this part of it was not completed.',
  UPSTREAM_TIMEOUT: 'Twilio did not respond in time.',
  UPSTREAM_UNAVAILABLE:
    'This host of Twilio has failed for some seconds, so nothing was sent. Try again after `retryAfter` seconds.',
  UPSTREAM_UNREACHABLE: 'No connection to Twilio could be made; nothing was sent.',
  UPSTREAM_INTERRUPTED: 'The connection to Twilio was lost before the response was complete.',
  UPSTREAM_UNREADABLE: 'The response of Twilio cannot be read.',
  OUTCOME_UNKNOWN:
    'Twilio may have carried out a paid write, and its response was lost. It is not sent again; query `operation(id: operationId)` for the outcome.',
  IDEMPOTENCY_KEY_MISMATCH: 'The idempotency key was used for another input within 24 hours; nothing was sent.',
  STORE_UNAVAILABLE:
    'The journal of paid writes cannot be used, so this request was not carried out. An earlier one with the same key may have been. Reads still work.',
  CANCELLED: 'The client disconnected.',
  INTERNAL_SERVER_ERROR: 'An internal error; see the log entry with this `correlationId`.',
} as const;
export type Code = keyof typeof codes;

/** Codes of requests that are refused before any of them runs: GraphQL's own, and yoga's. */
export const requestCodes = {
  BAD_REQUEST: 'The method, content type, host or origin of the request is not accepted.',
  REQUEST_ENTITY_TOO_LARGE: 'The body is larger than 256 kB.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'The document was sent as a hash only; send it whole.',
  PERSISTED_QUERY_NOT_FOUND: 'The manifest of trusted documents has no document with this ID.',
  DOCUMENT_NOT_TRUSTED: 'The server runs the documents of its manifest only.',
  GRAPHQL_PARSE_FAILED: 'The document cannot be read, or is too large or too deep.',
  GRAPHQL_VALIDATION_FAILED: 'The document is not valid for the schema.',
  OPERATION_RESOLUTION_FAILURE: 'The document has several operations and none, or an unknown one, was selected.',
  UNAUTHORIZED: 'The request has no key, or one that is wrong, expired or revoked (401).',
  TOO_MANY_ATTEMPTS: 'Too many requests with a wrong key came from this address (429); see `Retry-After`.',
  KEYS_UNAVAILABLE: 'The store of the keys cannot be read (503).',
  INTROSPECTION_DISABLED: 'Introspection needs a key, except in the sandbox and on loopback.',
  SUSPENDED: 'The connection is suspended; nothing is sent to Twilio.',
  SHUTTING_DOWN: 'The server is shutting down: it completes running requests and accepts no new ones.',
  UNKNOWN_CONNECTION: 'There is no connection with this name. Connections are at /connections/{name}/graphql.',
} as const;
export type RequestCode = keyof typeof requestCodes;

export interface Details {
  /** Twilio's own error code, such as 21211. */
  readonly twilioCode?: number | undefined;
  /** Twilio's page on that code. */
  readonly moreInfo?: string | undefined;
  /** HTTP status of Twilio's answer. */
  readonly status?: number | undefined;
  /** The argument or input field that breaks a rule, as a path: `input.to`. */
  readonly argument?: string | undefined;
  /** Seconds to wait before the next attempt. */
  readonly retryAfter?: number | undefined;
  /** The id of a write in the journal. */
  readonly operationId?: string | undefined;
  /** The code of the failure that left the outcome unknown. */
  readonly cause?: string | undefined;
  /** Pass it as `after` to go on where a scan ended, and how many of the rows read match. */
  readonly cursor?: string | undefined;
  readonly matched?: number | undefined;
  /**
   * `UNKNOWN`: a write that may or may not have happened. It was not sent again; check before you send it again.
   * `DONE`: a write that was carried out, and whose row cannot be read again.
   */
  readonly outcome?: 'UNKNOWN' | 'DONE' | undefined;
  /** The key of the row that was written. */
  readonly sid?: string | undefined;
  /** Finds the line about this error in the log. */
  readonly correlationId?: string | undefined;
}

/** An error for the caller. Its message never contains credentials. */
export class ApiError extends GraphQLError {
  readonly code: Code;
  readonly details: Details;
  constructor(code: Code, message: string, details: Details = {}) {
    super(message, { extensions: { code, ...details } });
    this.name = 'ApiError';
    this.code = code;
    this.details = details;
  }
}

/** The same error with further details. */
export const withDetails = (error: ApiError, more: Details): ApiError =>
  new ApiError(error.code, error.message, { ...error.details, ...more });

/** An argument that breaks a rule: names both. */
export const badInput = (argument: string, rule: string): ApiError =>
  new ApiError('BAD_USER_INPUT', `${argument}: ${rule}`, { argument });

/** What a gateway or load balancer answers when it gave up on a request that may have been carried out. */
export const gaveUp = (status: number): boolean => status === 408 || status === 499;

const codeOfStatus = (status: number, isConditional: boolean): Code => {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 404) return 'NOT_FOUND';
  if (status === 412 && isConditional) return 'CONFLICT';
  if (status === 429) return 'RATE_LIMITED';
  return status >= 400 && status < 500 && !gaveUp(status) ? 'REJECTED' : 'UPSTREAM_ERROR';
};

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const number = (value: unknown): number | undefined => {
  const n = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof n === 'number' && Number.isInteger(n) && n !== 0 ? n : undefined;
};
const webPage = (value: unknown): string | undefined =>
  /^https?:\/\//.test(text(value) ?? '') ? text(value) : undefined;

interface Circumstances {
  readonly retryAfter?: number | undefined;
  readonly outcome?: 'UNKNOWN' | undefined;
  /** The request named the version of the row that it was for. */
  readonly isConditional?: boolean;
}

/**
 * Translates an answer of Twilio that is not a success. It has one of two forms: `{code, message, more_info}` in api v2010
 * (the SDK's RestException), or `{type, title, detail, code}` of RFC 9457 in newer products (its
 * TwilioServiceException). `body` is `undefined` if it could not be read.
 */
export const fromTwilio = (
  status: number,
  body: unknown,
  { retryAfter, outcome, isConditional = false }: Circumstances = {},
): ApiError => {
  const said = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const message = text(said.message) ?? text(said.detail) ?? text(said.title) ?? `Twilio answered with HTTP ${status}`;
  return new ApiError(codeOfStatus(status, isConditional), message, {
    twilioCode: number(said.code),
    moreInfo: webPage(said.more_info) ?? webPage(said.type),
    status,
    retryAfter,
    outcome,
  });
};
