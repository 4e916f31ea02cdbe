/** What a person knows of a resource before it is drafted: its name, what is personal, paid or secret, what points where. */
import { existsSync, readFileSync } from 'node:fs';

export interface ValueHint {
  readonly pii?: true | 'phone';
  readonly secret?: true;
  readonly once?: true;
  readonly detail?: true;
  /** Of an input: a write reaches people by it. */
  readonly destination?: true;
  readonly loose?: true;
  readonly days?: true;
  readonly defaultsTo?: string;
  readonly deprecated?: string;
  readonly about?: string;
  readonly ref?: string;
  readonly as?: string;
  /** The whole kind, as it is to be written. */
  readonly kind?: string;
}
export interface Hint {
  readonly type?: string;
  readonly entry?: string;
  readonly one?: string;
  readonly list?: string;
  readonly keys?: readonly string[];
  readonly about?: string;
  readonly aboutList?: string;
  readonly deprecated?: string;
  /** Why it is not described. */
  readonly leaveOut?: string;
  readonly paid?: readonly string[];
  readonly admin?: readonly string[];
  readonly maxPage?: number;
  readonly noPaging?: true;
  readonly sample?: string;
  readonly small?: string;
  readonly ranges?: Readonly<Record<string, readonly [string, string]>>;
  readonly terminal?: Readonly<Record<string, readonly string[]>>;
  /** The resource whose keys the SDK's method takes. */
  readonly by?: string;
  /** The name and the key of what the SDK's method takes and no resource has. */
  readonly byKey?: readonly [name: string, key: string];
  readonly paging?: string;
  /** Further lines of the descriptor. */
  readonly more?: readonly string[];
  readonly values?: Readonly<Record<string, ValueHint>>;
}
export interface ProductHint {
  readonly entry: string;
  readonly prefix: string;
  readonly about?: string;
  readonly deprecated?: string;
}
export interface Hints {
  readonly resources: Readonly<Record<string, Hint>>;
  readonly products: Readonly<Record<string, ProductHint>>;
}

export const readHints = (file: string | undefined): Hints =>
  file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Hints) : { resources: {}, products: {} };
