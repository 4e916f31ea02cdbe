/** Writes rows as NDJSON or CSV, as they arrive. */
import { once } from 'node:events';

export const formats = ['ndjson', 'csv'] as const;
export interface RowWriter {
  /** Rows written so far. */
  readonly count: number;
  write(rows: readonly unknown[]): Promise<void>;
}

/** The columns of CSV are those of the first row; nested objects become columns such as `call.status`. */
export const createWriter = (format: (typeof formats)[number]): RowWriter => {
  let columns: readonly string[] | undefined;
  let count = 0;
  const render = async (rows: readonly unknown[]): Promise<string> => {
    if (format === 'ndjson') return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    const { stringify } = await import('csv-stringify/sync');
    const records = rows.map((row) => flat(row));
    const header = columns === undefined && records.length > 0;
    columns ??= records.length > 0 ? [...new Set(records.flatMap((each) => Object.keys(each)))] : undefined;
    return stringify([...(header ? [columns] : []), ...records.map((each) => columns?.map((key) => each[key]))]);
  };
  return {
    get count() {
      return count;
    },
    write: async (rows) => {
      count += rows.length;
      if (!process.stdout.write(await render(rows))) await once(process.stdout, 'drain');
    },
  };
};

/** Nested objects as keys with dots, lists as JSON. */
const flat = (value: unknown, prefix = ''): Readonly<Record<string, string>> => {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject)
    return {
      [prefix || 'value']: typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? ''),
    };
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) => flat(inner, prefix ? `${prefix}.${key}` : key)),
  );
};
