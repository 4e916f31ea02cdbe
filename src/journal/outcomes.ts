/** What an error says of a write, as the journal records it and as a repetition of the write is answered. */
import { ApiError } from '../errors.ts';
import type { Operation, StoredRefusal } from './operation.ts';

/** Whether a failed write is final, or was never sent and may be tried again with its key. */
export const refusedOr = ({ code, message, details }: ApiError): ['REFUSED' | 'CANCELLED', Partial<Operation>] => {
  const { status = 0, twilioCode, moreInfo } = details;
  const isFinal = status >= 400 && status < 500 && status !== 429 && status !== 401;
  if (!isFinal) return ['CANCELLED', {}];
  return ['REFUSED', { refusal: { code, message: withoutNumbers(message), status, twilioCode, moreInfo } }];
};

/** Twilio repeats numbers of the input in its messages. */
const withoutNumbers = (message: string): string => message.replace(/\+?\d[\d\s().-]{4,}\d/g, '…');

export const refusalAgain = ({ code, message, ...details }: StoredRefusal): ApiError =>
  new ApiError(code, message, details);

export const unknownOutcome = (operationId: string, { code, details }: ApiError): ApiError =>
  new ApiError(
    'OUTCOME_UNKNOWN',
    'Twilio may have carried this out, and its answer was lost. It will not be sent again. Ask `operation(id:)` for the outcome.',
    { outcome: 'UNKNOWN', operationId, cause: code, status: details.status, correlationId: details.correlationId },
  );

/** Without the store it is not known whether an earlier request has sent the write of this key. */
export const ofKey = (error: unknown): unknown =>
  error instanceof ApiError && error.code === 'STORE_UNAVAILABLE'
    ? new ApiError(
        error.code,
        `${error.message} Whether an earlier one with its key was carried out is in the journal: send it again with this key.`,
        error.details,
      )
    : error;
