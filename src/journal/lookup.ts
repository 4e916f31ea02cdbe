/** Looks for the row that a write of unknown outcome may have made: in its list, among the newest rows, by hash. */
import { type Entity, keyField } from '../model/index.ts';
import type { Gateway } from '../twilio/gateway.ts';
import type { Caller } from '../twilio/limiter/index.ts';
import { type Input, type Row, read } from '../twilio/rows/index.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { Operation } from './operation.ts';

/** Twilio's clock and ours may differ by so much. */
const CLOCK_SKEW_MS = 5000;
const MAX_PAGE_SIZE = 1000;
/** Enough for an hour of 25 messages a second. */
const MAX_PAGES = 100;

export interface Lookup {
  readonly gateway: Gateway;
  readonly fingerprint: Fingerprint;
  readonly entity: Entity;
  readonly operation: Operation;
  /** The input, where this process still has it: Twilio can filter by it. */
  readonly input?: Input | undefined;
  readonly caller: Caller;
}

/** Whether rows of this entity can be listed, told apart, dated, and compared with what was sent. */
export const canLookUp = (entity: Entity, { echo }: Pick<Operation, 'echo'>): boolean =>
  entity.filters !== undefined &&
  keyField(entity) !== undefined &&
  entity.fields.dateCreated !== undefined &&
  echo.fields.length > 0;

/** The rows that were made since the write was sent and that have its content. */
export const findCandidates = async ({ gateway, fingerprint, entity, operation, input, caller }: Lookup) => {
  const since = Math.floor((operation.sentAt ?? operation.createdAt) / 1000) * 1000 - CLOCK_SKEW_MS;
  const params = { ...narrowed(entity, input), pageSize: MAX_PAGE_SIZE };
  const found = new Map<string, Row>();
  let next: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const page = await gateway.page(entity, operation.parents, params, next, { ...caller, priority: 'scan' });
    const dated = page.rows.map((row) => [row, createdAt(row)] as const);
    for (const [row, at] of dated)
      if (at !== undefined && at >= since && fingerprint.ofRow(row, operation.echo.fields) === operation.echo.hash)
        found.set(row.sids.join('/'), row);
    next = page.next;
    const isPast = dated.length > 0 && dated.every(([, at]) => at !== undefined && at < since);
    if (next === undefined || isPast) break;
  }
  return [...found.values()];
};

const createdAt = (row: Row): number | undefined => {
  const moment = read(row, 'dateCreated');
  return moment instanceof Date ? moment.getTime() : undefined;
};

/** Filters of Twilio's that an input of the same name narrows. */
const narrowed = ({ filters = {} }: Entity, input: Input = {}): Input =>
  Object.fromEntries(
    Object.entries(filters).flatMap(([name, rule]) =>
      'compares' in rule && rule.compares === 'equal' && typeof input[name] === 'string' ? [[name, input[name]]] : [],
    ),
  );
