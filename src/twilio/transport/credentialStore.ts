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
}

/** The value of an Authorization header. */
type Authorization = string;

/** Only this host has the account in its paths. Elsewhere the credentials decide which account is meant. */
const NAMES_ITS_ACCOUNT = /^api\./;

export class CredentialStore {
  #credentials: Credentials;
  #authorization: Authorization;

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
  }

  /** The header for a host. Throws rather than work in the parent account instead of the subaccount. */
  for(host: string): Authorization {
    if (this.#credentials.throughParent && !NAMES_ITS_ACCOUNT.test(host))
      throw new ApiError('FORBIDDEN', 'This product of Twilio needs the credentials of the subaccount itself.');
    return this.#authorization;
  }

  /** Whether the credentials were replaced after this header was returned. */
  hasOtherThan(authorization: Authorization): boolean {
    return authorization !== this.#authorization;
  }
}

const basic = ({ username, password }: Credentials): Authorization =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
