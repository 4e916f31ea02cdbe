/**
 * Scopes: what a caller may do, as `subject:verb`, and the check of a need against them. Nothing is allowed that no scope
 * names.
 */

/** What a field of an operation does to rows of an entity. */
export type Verb = 'read' | 'create' | 'update' | 'delete';

/** What a caller has to be allowed to do. */
export interface Need {
  /** The names that scopes have for the entity: its list, its row, its product. */
  readonly subjects: readonly string[];
  readonly verb: Verb;
  /** It changes keys, tokens, subaccounts or purchases: only `account:admin` allows it. */
  readonly admin?: boolean;
  /** The account that the rows belong to; `undefined`: any account. */
  readonly account: string | undefined;
}

export interface Scope {
  readonly subject: string;
  readonly verb: string;
  /** The only account that it is for. */
  readonly account?: string | undefined;
}

const FORM = /^(\*|[A-Za-z][\w.-]*):(\*|[a-z]+)(?:@(AC[0-9a-fA-F]{32}))?$/;
const VERBS: Readonly<Record<string, readonly Verb[]>> = {
  '*': ['read', 'create', 'update', 'delete'],
  read: ['read'],
  write: ['create', 'update', 'delete'],
  create: ['create'],
  update: ['update'],
  delete: ['delete'],
};
const PERSONAL = { subject: 'pii', verb: 'read' };
const ADMIN = { subject: 'account', verb: 'admin' };
/** Scopes that no wildcard includes. */
const NAMED_ONLY: readonly Scope[] = [PERSONAL, ADMIN];
/** Allows a scraper to read `/metrics` where that needs a key. */
export const METRICS: Need = { subjects: ['metrics'], verb: 'read', account: undefined };

const isSame = (scope: Scope, other: Scope): boolean => scope.subject === other.subject && scope.verb === other.verb;

/** Throws a RangeError that says what a scope looks like. */
export const parseScope = (text: string): Scope => {
  const [, subject = '', verb = '', account] = FORM.exec(text) ?? [];
  const scope = { subject, verb, account };
  if (Object.hasOwn(VERBS, verb) || NAMED_ONLY.some((named) => isSame(scope, named))) return scope;
  throw new RangeError(
    `${text} is not a scope. A scope is subject:verb, such as calls:read, messages:write, verify:* or *:read; ` +
      'the verbs are read, create, update, delete, write (all three) and *. @AC… after it narrows it to one account.',
  );
};

export const scopeText = ({ subject, verb, account }: Scope): string =>
  `${subject}:${verb}${account === undefined ? '' : `@${account}`}`;

export class Rights {
  /** Everything: the rights of callers that need no key. */
  static readonly all = new Rights(undefined);

  readonly #scopes: readonly Scope[] | undefined;
  readonly #accounts: ReadonlySet<string> | undefined;
  /** The same for equal rights. */
  readonly fingerprint: string;

  /** `scopes`: `undefined` for all. `accounts`: the only accounts that they are for; `undefined` for all. */
  constructor(scopes: readonly Scope[] | undefined, accounts?: readonly string[] | undefined) {
    this.#scopes = scopes;
    this.#accounts = accounts && new Set(accounts);
    const texts = scopes?.map(scopeText).sort().join(' ') ?? 'all';
    this.fingerprint = accounts ? `${texts} in ${[...accounts].sort().join(' ')}` : texts;
  }

  /** Nothing has to be checked. */
  get isUnlimited(): boolean {
    return this.#scopes === undefined && this.#accounts === undefined;
  }

  /** The same rights in these accounts only. */
  within(accounts: readonly string[]): Rights {
    const own = this.#accounts;
    return new Rights(this.#scopes, own ? accounts.filter((each) => own.has(each)) : accounts);
  }

  allows(need: Need): boolean {
    return this.#isIn(need.account) && this.#has((scope) => covers(scope, need), need.account);
  }

  /** Whether the need is allowed in some account, if not in its own. */
  allowsInSomeAccount(need: Need): boolean {
    return this.#scopes?.some((scope) => covers(scope, need)) ?? true;
  }

  /** Whether numbers, names and texts of an account's rows are shown. */
  showsPersonalData(account: string | undefined): boolean {
    return this.#isIn(account) && this.#has((scope) => isSame(scope, PERSONAL), account);
  }

  /** Whether they are shown of every account that these rights are for. */
  get showsAllPersonalData(): boolean {
    return this.#scopes?.some((scope) => isSame(scope, PERSONAL) && scope.account === undefined) ?? true;
  }

  #isIn(account: string | undefined): boolean {
    return this.#accounts === undefined || (account !== undefined && this.#accounts.has(account));
  }

  #has(matches: (scope: Scope) => boolean, account: string | undefined): boolean {
    const scopes = this.#scopes;
    if (!scopes) return true;
    return scopes.some((scope) => matches(scope) && (scope.account === undefined || scope.account === account));
  }
}

const covers = (scope: Scope, { subjects, verb, admin = false }: Need): boolean => {
  if (admin) return isSame(scope, ADMIN);
  const isSubject = scope.subject === '*' || subjects.includes(scope.subject);
  return isSubject && (VERBS[scope.verb]?.includes(verb) ?? false);
};
