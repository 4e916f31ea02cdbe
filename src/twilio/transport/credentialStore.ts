/** What opens the account: the credentials of now, which may change while requests are under way. */
import { ApiError } from '../../errors.ts';

export interface Credentials {
  /** The account that is worked in. */
  readonly accountSid: string;
  /** That account, an API key, or the account above it. */
  readonly username: string;
  readonly password: string;
  /** The credentials are those of the account above. */
  readonly throughParent?: boolean;
}

/** A header's value. */
type Authorization = string;

/** Only here does an address say whose account is meant; elsewhere it is the one whose credentials come along. */
const NAMES_ITS_ACCOUNT = /^api\./;

export class CredentialStore {
  #credentials: Credentials;
  #authorization: Authorization;

  constructor(credentials: Credentials) {
    this.#credentials = credentials;
    this.#authorization = basic(credentials);
  }

  /** What begins from now on has these. */
  replace(credentials: Credentials): void {
    this.#credentials = credentials;
    this.#authorization = basic(credentials);
  }

  /** For a request to this host. Throws rather than work in the account above instead of the one below. */
  for(host: string): Authorization {
    if (this.#credentials.throughParent && !NAMES_ITS_ACCOUNT.test(host))
      throw new ApiError('FORBIDDEN', 'This part of Twilio opens a subaccount with its own credentials only.');
    return this.#authorization;
  }

  /** Whether it has been replaced since it gave this out. */
  hasOtherThan(authorization: Authorization): boolean {
    return authorization !== this.#authorization;
  }
}

const basic = ({ username, password }: Credentials): Authorization =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
