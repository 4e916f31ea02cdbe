/** What opens the account at each of Twilio's hosts: the credentials of now, which may change while requests wait. */

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
/** Asks the account above for the Auth Token of the one below. */
type AskToken = (accountSid: string) => Promise<string>;

/** Only here does an address say whose account is meant; elsewhere it is the one whose credentials come along. */
const NAMES_ITS_ACCOUNT = /^api\./;

export class Keyring {
  #credentials: Credentials;
  #own: Authorization;
  #child: Promise<Authorization> | undefined;

  constructor(credentials: Credentials) {
    this.#credentials = credentials;
    this.#own = basic(credentials.username, credentials.password);
  }

  /** What begins from now on has these. */
  replace(credentials: Credentials): void {
    this.#credentials = credentials;
    this.#own = basic(credentials.username, credentials.password);
    this.#child = undefined;
  }

  /**
   * For a request to this host. The account above would be worked in itself at a host whose addresses name no account:
   * there, the one below is opened with its own token, which is asked for once.
   */
  for(host: string, askToken: AskToken): Authorization | Promise<Authorization> {
    const { accountSid, throughParent } = this.#credentials;
    if (!throughParent || NAMES_ITS_ACCOUNT.test(host)) return this.#own;
    this.#child ??= askToken(accountSid).then(
      (token) => basic(accountSid, token),
      (error) => {
        this.#child = undefined;
        throw error;
      },
    );
    return this.#child;
  }

  /** Twilio did not take them: whether there are, or may be, others by now. */
  async refused(authorization: Authorization): Promise<boolean> {
    if (authorization === this.#own) return false;
    const child = await this.#child?.catch(() => undefined);
    if (child === authorization) this.#child = undefined;
    return true;
  }
}

const basic = (username: string, password: string): Authorization =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
