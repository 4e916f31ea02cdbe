/** The error of a scan that has read as much as it may, with the place from which another request can go on. */
import { ApiError } from '../../errors.ts';
import type { Entity } from '../../model/index.ts';
import type { Place } from './positions.ts';

export class ScanLimit extends ApiError {
  /** Before the first match, so that nothing is lost; behind all that was read if nothing matches. */
  readonly place: Place;
  /** Matches among the rows that were read. */
  readonly found: number;

  constructor(
    { entity }: { readonly entity: Entity },
    { rows, found }: { readonly rows: number; readonly found: number },
    place: Place,
  ) {
    const names = Object.entries(entity.filters ?? {}).flatMap(([name, rule]) => ('compares' in rule ? [name] : []));
    const advice = names.length > 0 ? `Filter by ${names.join(', ')}, which Twilio evaluates` : 'Ask for less';
    super(
      'SCAN_LIMIT',
      `Read ${rows} rows of ${entity.name}, of which ${found} match, and the list goes on. ${advice}, or raise TWILIO_SCAN_LIMIT.`,
    );
    this.place = place;
    this.found = found;
  }

  /** The same error with a cursor to go on from. */
  withCursor(cursor: string): ApiError {
    const next = this.found > 0 ? ` with \`first: ${this.found}\` or less` : '';
    return new ApiError('SCAN_LIMIT', `${this.message} To go on, pass \`extensions.cursor\` as \`after\`${next}.`, {
      ...this.details,
      cursor,
      matched: this.found,
    });
  }
}
