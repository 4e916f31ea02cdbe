/** Maps requests to operations of entities, and entities to paths. */
import { type Route, type Sids, snakeCase } from '../model/index.ts';

export interface Match {
  readonly route: Route;
  /** The path's variables in order: the ancestors, then the row if there is one. */
  readonly sids: Sids;
}
export interface Router {
  /** Has to be called before requests to a host are matched. */
  open(host: string): Promise<void>;
  /** `undefined` if the path does not exist; the allowed methods if it does not allow this one. */
  match(method: string, host: string, path: string): Match | readonly string[] | undefined;
  /** Path of a row; of the list, if the entity has no path for rows. */
  pathOf(entity: string, sids: Sids): string | undefined;
  /** Path of a list. */
  listOf(entity: string, parents: Sids): string | undefined;
  /** The host that an entity is served at. */
  hostOf(entity: string): string | undefined;
}
/** The routes of a product, by the first part of its host. */
export type LoadRoutes = (product: string) => Promise<readonly Route[]>;

const VARIABLE = /\{\w+\}/g;
/** A request to the sandbox's own address is for the core API. */
const product = (host: string): string => (host.includes('.twilio.com') ? (host.split('.')[0] ?? '') : 'api');
const depth = (path: string): number => path.split('/').length;
const variables = (path: string): number => path.match(VARIABLE)?.length ?? 0;
const pattern = (path: string): RegExp => {
  const literals = path.split(VARIABLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literals.join('([^/]+?)')}$`);
};
const fill = (template: string | undefined, sids: Sids): string | undefined => {
  const left = sids.map(encodeURIComponent);
  return template?.replace(VARIABLE, () => left.shift() ?? '');
};

/** Asking the SDK for the routes of all products takes most of a second, so a product is loaded when it is first used. */
export const createRouter = (load: LoadRoutes): Router => {
  const opened = new Map<string, Promise<void>>();
  const hosts = new Map<string, string>();
  const byShape = new Map<string, { route: Route; pattern: RegExp }[]>();
  const ones = new Map<string, string>();
  const lists = new Map<string, string>();
  const add = (routes: readonly Route[]): void => {
    // A literal takes precedence over a variable: `Calls/FeedbackSummary` is not a call.
    for (const route of routes.toSorted((a, b) => variables(a.path) - variables(b.path))) {
      const key = `${product(route.host)} ${depth(route.path)}`;
      const candidates = byShape.get(key) ?? [];
      candidates.push({ route, pattern: pattern(route.path) });
      byShape.set(key, candidates);
      const paths = route.operation === 'list' || route.operation === 'create' ? lists : ones;
      paths.set(route.entity.name, route.path);
      hosts.set(route.entity.name, route.host);
    }
  };
  return {
    open(host) {
      const name = product(host);
      const known = opened.get(name) ?? load(name).then(add);
      opened.set(name, known);
      return known;
    },
    match(method, host, path) {
      const name = product(host);
      const methods: string[] = [];
      for (const { route, pattern } of byShape.get(`${name} ${depth(path)}`) ?? []) {
        const found = pattern.exec(path);
        if (!found) continue;
        if (route.method === method) return { route, sids: found.slice(1).map(decodeURIComponent) };
        methods.push(route.method);
      }
      return methods.length > 0 ? methods : undefined;
    },
    pathOf: (entity, sids) => fill(ones.get(entity) ?? lists.get(entity), sids),
    listOf: (entity, parents) => fill(lists.get(entity) ?? ones.get(entity), parents),
    hostOf: (entity) => hosts.get(entity),
  };
};

/** Names of the rows in a page, if they differ from the list's name. */
const LIST_KEYS: Readonly<Record<string, string>> = {
  SipAuthCallsCredentialListMapping: 'contents',
  SipAuthCallsIpAccessControlListMapping: 'contents',
  SipAuthRegistrationsCredentialListMapping: 'contents',
  AvailablePhoneNumber: 'available_phone_numbers',
  AvailablePhoneNumberCountry: 'countries',
  IncomingPhoneNumber: 'incoming_phone_numbers',
  Media: 'media_list',
  Member: 'queue_members',
  UsageRecord: 'usage_records',
  UsageTrigger: 'usage_triggers',
};
export const listKey = (type: string, at: string): string => LIST_KEYS[type] ?? snakeCase(at);
