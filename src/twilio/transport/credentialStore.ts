/** The credentials of a connection, which may be replaced while requests are in progress. */
import { ApiError } from '../../errors.ts';

export interface Credentials {
  /** The account that the connection works in. */
  readonly accountSid: string;
  /** SID of that account, of an API key, or of the parent account. */
  readonly username: string;
  readonly password: string;
  /** The credentials are those of the parent account. */
  readonly throughParent?: boolean;
  /** How a subaccount's products are reached, if the credentials are those of the parent account. */
  readonly products?: ProductCredentials;
}
/** By the subaccount's own Auth Token, which is given or read from the parent account, or not at all. */
export type ProductCredentials = 'parent-lookup' | 'refuse' | { readonly ownToken: string };

/** The value of an Authorization header. */
type Authorization = string;
/** Reads the Auth Token of a subaccount with the credentials of its parent. */
export type TokenLookup = (accountSid: string) => Promise<string>;

/** Only this host has the account in its paths. Elsewhere the credentials decide which account is meant. */
const NAMES_ITS_ACCOUNT = /^api\./;

export class CredentialStore {
  #credentials: Credentials;
  #authorization: Authorization;
  /** Of the subaccount itself, once it has been looked up. */
  #looked: { readonly answer: Promise<Authorization>; value?: Authorization } | undefined;

  constructor(credentials: Credentials) {
    this.#credentials = credentials;
    this.#authorization = basic(credentials);
  }

  get accountSid(): string {
    return this.#credentials.accountSid;
  }

  /** Requests that start from now on use these. */
  replace(credentials: Credentials): void {
    this.#credentials = credentials;
    this.#authorization = basic(credentials);
    this.#looked = undefined;
  }

  /** Whether requests to a host need other credentials than those of the connection. */
  needsOther(host: string): boolean {
    return this.#credentials.throughParent === true && !NAMES_ITS_ACCOUNT.test(host);
  }

  /** The header for all hosts that need no other. */
  get authorization(): Authorization {
    return this.#authorization;
  }

  /** The header for the others. Throws rather than work in the parent account instead of the subaccount. */
  async forProduct(lookUp: TokenLookup): Promise<Authorization> {
    const { accountSid: username, products = 'parent-lookup' } = this.#credentials;
    if (typeof products === 'object') return basic({ username, password: products.ownToken });
    if (products === 'refuse' || !this.#credentials.username.startsWith('AC'))
      throw new ApiError(
        'FORBIDDEN',
        'This product of Twilio needs the credentials of the subaccount itself. Nothing was sent; see product_credentials.',
      );
    return this.#lookUp(username, lookUp);
  }

  /** Whether another header than this one can be tried: it was replaced, or Twilio may have replaced the token in it. */
  hasOtherThan(authorization: Authorization): boolean {
    if (authorization !== this.#looked?.value) return authorization !== this.#authorization;
    this.#looked = undefined;
    return true;
  }

  /** All requests share one lookup. A failed one is not kept. */
  #lookUp(username: string, lookUp: TokenLookup): Promise<Authorization> {
    if (this.#looked) return this.#looked.answer;
    const answer = lookUp(username).then((password) => basic({ username, password }));
    const looked: { answer: Promise<Authorization>; value?: Authorization } = { answer };
    this.#looked = looked;
    const forget = () => {
      if (this.#looked === looked) this.#looked = undefined;
    };
    answer.then((value) => {
      looked.value = value;
    }, forget);
    return answer;
  }
}

const basic = ({ username, password }: Pick<Credentials, 'username' | 'password'>): Authorization =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
