/** Which operation of which entity a request means, and where resources lie. */
import { type Route, type Sids, snakeCase } from '../model/index.ts';

export interface Match {
  readonly route: Route;
  /** The path's variables in order: ancestors, and the row itself if it is about one. */
  readonly sids: Sids;
}
export interface Router {
  /** `undefined` for a path that nothing lies at, an empty list of methods never. */
  match(method: string, host: string, path: string): Match | readonly string[] | undefined;
  /** Path of one row of an entity; of its list, where it has no rows of its own. */
  pathOf(entity: string, sids: Sids): string | undefined;
  /** Path of a list. */
  listOf(entity: string, parents: Sids): string | undefined;
}

const VARIABLE = /\{\w+\}/g;
const product = (host: string): string => host.split('.')[0] ?? '';
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

export const createRouter = (routes: readonly Route[]): Router => {
  const shelves = new Map<string, { route: Route; pattern: RegExp }[]>();
  const ones = new Map<string, string>();
  const lists = new Map<string, string>();
  // A word in a path goes before a variable: `Calls/FeedbackSummary` is no call.
  for (const route of routes.toSorted((a, b) => variables(a.path) - variables(b.path))) {
    const key = `${product(route.host)} ${depth(route.path)}`;
    const shelf = shelves.get(key) ?? [];
    shelf.push({ route, pattern: pattern(route.path) });
    shelves.set(key, shelf);
    const paths = route.operation === 'list' || route.operation === 'create' ? lists : ones;
    paths.set(route.entity.name, route.path);
  }
  return {
    match(method, host, path) {
      // Whoever calls the sandbox by its own address means the core API.
      const name = host.includes('.twilio.com') ? product(host) : 'api';
      const methods: string[] = [];
      for (const { route, pattern } of shelves.get(`${name} ${depth(path)}`) ?? []) {
        const found = pattern.exec(path);
        if (!found) continue;
        if (route.method === method) return { route, sids: found.slice(1).map(decodeURIComponent) };
        methods.push(route.method);
      }
      return methods.length > 0 ? methods : undefined;
    },
    pathOf: (entity, sids) => fill(ones.get(entity) ?? lists.get(entity), sids),
    listOf: (entity, parents) => fill(lists.get(entity) ?? ones.get(entity), parents),
  };
};

/** Names of rows in a page, where they are not the list's own. */
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
