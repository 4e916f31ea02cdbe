/** What is sent to Twilio and what comes back, whichever resource it is. */
import type { Row } from './row.ts';

/** One page of a list; `next` is the path and query of the following page. */
export interface Page {
  readonly rows: readonly Row[];
  readonly next: string | undefined;
}
/** Parameters of one request, by the names of the SDK. */
export type Input = Readonly<Record<string, unknown>>;
