/** `product()`: one version of one of Twilio's products as data, and what all of its resources have in common. */
import type { Twilio } from 'twilio';

/**
 * How a list leads from one page to the next: by the address in `next_page_uri` or `meta.next_page_url`, by the token
 * in `meta.nextToken` or in another property, by the index of SCIM, or not at all.
 */
export type Paging = 'uri' | 'url' | 'token' | 'scim' | { readonly token: string } | 'none';

/** What a product says once for all of its resources; a resource may say otherwise. */
export interface Wire {
  /** How names are written in JSON; names of form parameters are the SDK's business. */
  readonly json: 'snake' | 'camel';
  /** How a write carries its inputs. */
  readonly body: 'form' | 'json';
  readonly paging: Paging;
  /** Rows on one page at most. */
  readonly maxPage: number;
}

export interface Product<Version = unknown> extends Wire {
  /** Twilio's name and version of it, as the SDK writes them: `conversations.v1`. */
  readonly product: string;
  readonly open: (twilio: Twilio) => Version;
  /** The root field that enters it. Resources of a product without one are root fields themselves. */
  readonly entry?: string;
  /** What its type names begin with where another product has the same word; fields inside the entry leave it out. */
  readonly prefix: string;
  /** What it is, in a sentence. Versions with the same entry say it once. */
  readonly about?: string;
  readonly deprecated?: string;
  /** Whether paths name the account, or the credentials decide which account it is. */
  readonly account: 'path' | 'credentials';
}

const DEFAULTS = {
  prefix: '',
  json: 'snake',
  body: 'form',
  paging: 'url',
  maxPage: 1000,
  account: 'credentials',
} as const;

/** `open` is a function of its own so that the compiler knows the product's resources. */
export const product = <Version extends object>(
  name: string,
  open: (twilio: Twilio) => Version,
  spec: Partial<Omit<Product, 'product' | 'open'>> = {},
): Product<Version> => ({ ...DEFAULTS, ...spec, product: name, open });
