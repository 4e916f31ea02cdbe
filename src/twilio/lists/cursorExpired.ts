/** The errors of a cursor that leads nowhere any more. */
import { ApiError } from '../../errors.ts';
import type { Position } from './positions.ts';

/** The page of a cursor is unknown to Twilio, or its row is no longer in the list. */
export const expired = ({ sort: [moment] = [] }: Position, cause?: ApiError): ApiError => {
  const since = typeof moment === 'string' ? ` Or keep only rows up to ${moment} with a filter.` : '';
  return new ApiError(
    'CURSOR_EXPIRED',
    `Twilio no longer has the page that this cursor names. Read the list again without \`after\`.${since}`,
    cause ? { twilioCode: cause.details.twilioCode, status: cause.details.status } : {},
  );
};

/** Twilio's order is not the one by which a cursor tells what has been shown: rows would be left out. */
export const outOfOrder = (): ApiError =>
  new ApiError(
    'CURSOR_EXPIRED',
    'Twilio does not list these rows in the order that this cursor relies on. Read the list again without `after`, all at ' +
      'once with a larger `first`, or less of it by a filter.',
  );
