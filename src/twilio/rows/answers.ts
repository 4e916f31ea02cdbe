/** Twilio's answers as rows: checked to be the resource that was requested, and found by the keys that were asked for. */
import { ApiError } from '../../errors.ts';
import { type Entity, jsonName, keysOf, onceFor, parentsOf, type Registry, type Sids } from '../../model/index.ts';
import type { Input } from './page.ts';
import { type Json, type Row, rowsOf, theirKeysOf } from './row.ts';

export const unreadable = () => new ApiError('UPSTREAM_UNREADABLE', "Twilio's answer is not the requested resource.");
export const written = () =>
  new ApiError('UPSTREAM_UNREADABLE', 'Twilio accepted the request, but its answer is not the resource.', {
    outcome: 'UNKNOWN',
  });

export const objectIn = (answer: unknown, refuse = unreadable): Json => {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) throw refuse();
  return answer as Json;
};

/** Reads the row with these keys. Throws if the answer is another row. */
export const rowIn = (
  registry: Registry,
  entity: Entity,
  sids: Sids,
  refuse: () => ApiError,
): ((answer: unknown) => Row) => {
  const read = rowsIn(registry, entity, sids, refuse);
  return (answer) => {
    const row = read(answer);
    if (!isTheOne(row, sids)) throw refuse();
    return row;
  };
};

/** Reads rows of an answer as what they are found by again: a call's notification is the account's notification. */
export const rowsIn = (
  registry: Registry,
  entity: Entity,
  sids: Sids,
  refuse: () => ApiError,
  once?: Json,
): ((answer: unknown) => Row) => {
  const as = registry.identity(entity);
  const above = parentsOf(as, sids);
  const asked = as === entity ? sids.slice(above.length) : [];
  const keys = theirKeysOf(as);
  const needed = keys.slice(0, neededKeys(as, asked));
  const expected = needed.length === 0 ? expectedNames(as) : [];
  // Twilio may say no more of a create than that it has accepted it.
  const isCreate = once !== undefined;
  const isBare = (json: Json) =>
    !isCreate && (isWithout(expected, json) || (keys.length > 0 && Object.keys(json).length === 0));
  const secrets = secretsOf(entity);
  const row = rowsOf(as);
  return (answer) => {
    const whole = objectIn(
      entity.rows === 'key' && typeof answer === 'string' ? { [keys[0] ?? '']: answer } : answer,
      refuse,
    );
    if (needed.length === 0 && isBare(whole)) throw refuse();
    const json = withListedKeys(as, secrets.length > 0 ? without(secrets, whole) : whole);
    if (asked.length === 0 && needed.every((name) => isKey(json[name]))) return row(above, json, once, asked);
    // A row that was asked for by a key of two parts may leave one of them out.
    const has = needed.filter((name) => isKey(json[name])).length;
    if (has < (asked.length > 1 ? Math.min(1, needed.length) : needed.length)) throw refuse();
    // It has the keys by which it was asked for, also where Twilio does not repeat them.
    const missing = asked.flatMap((key, i) => {
      const name = keys[i] ?? '';
      return isKey(json[name]) ? [] : [[name, key]];
    });
    return row(above, missing.length > 0 ? { ...json, ...Object.fromEntries(missing) } : json, once, asked);
  };
};

const LINKS: readonly (readonly [field: string, theirs: string])[] = [
  ['subresourceUris', 'subresource_uris'],
  ['links', 'links'],
];

/** Addresses of the lists below a row are half of a long list's memory. Few of them are shown, or tell an empty list. */
const dropLinks = (registry: Registry, entity: Entity, answers: readonly unknown[]): void => {
  const isRead = registry.children(entity).some(({ when }) => when && 'linked' in when);
  const dropped = isRead ? [] : LINKS.filter(([field]) => entity.fields[field]?.hidden === 'omit');
  for (const [, name] of dropped)
    for (const answer of answers as readonly (Record<string, unknown> | null)[])
      if (answer?.[name]) answer[name] = undefined;
};

/** Of a page. Twilio's own have 1,000 at most, and lists without pages some hundreds. */
const MAX_ROWS = 10_000;
/** An error takes a hundred times as long as a row: where the first rows have one each, the others are not looked at. */
const MAX_DEFECTS = 100;

/**
 * Reads the rows of a page. A row that cannot be read stays in its place with its defect, so that it costs the others
 * nothing and is counted by nobody. Throws if none can be read.
 */
export const rowsOfPage = (registry: Registry, entity: Entity, parents: Sids, answers: readonly unknown[]): Row[] => {
  if (answers.length > MAX_ROWS)
    throw new ApiError('UPSTREAM_UNREADABLE', `Twilio answered a page of ${answers.length} rows.`);
  const read = rowsIn(registry, entity, parents, unreadable);
  const defective = rowsOf(registry.identity(entity));
  dropLinks(registry, entity, answers);
  const rows: Row[] = [];
  let defects = 0;
  for (const answer of answers)
    try {
      rows.push(read(answer));
    } catch (defect) {
      defects++;
      if (defects > MAX_DEFECTS && defects > rows.length) throw defect;
      rows.push(Object.assign(defective([], {}), { defect }));
    }
  const [first] = rows;
  if (first?.defect && defects === rows.length) throw first.defect;
  return rows;
};

/** All rows, or the defect of the first one that has one. */
export const withoutDefects = (rows: readonly Row[]): readonly Row[] => {
  const defective = rows.find(({ defect }) => defect);
  if (defective?.defect) throw defective.defect;
  return rows;
};

/** Stands for a row if only its key is needed. */
export const rowByKey = (entity: Entity, sids: Sids): Row => {
  const above = parentsOf(entity, sids);
  const asked = sids.slice(above.length);
  const keys = theirKeysOf(entity).map((name, i) => [name, asked[i]]);
  return rowsOf(entity)(above, Object.fromEntries(keys), undefined, asked);
};

/** Stands for a row if Twilio returns none. */
export const nothingOf = (entity: Entity, sids: Sids): Row => rowsOf(entity)(parentsOf(entity, sids), {});

/** The names that Twilio gives to the fields of an entity; none where it guarantees none of them. */
const expectedNames = onceFor((entity: Entity): readonly string[] => {
  const fields = Object.entries(entity.fields);
  return fields.some(([, { nonNull }]) => nonNull) ? fields.map(([name, value]) => jsonName(entity, name, value)) : [];
});
/** Whether there are such names, and an answer has a value for none of them: what it is, it does not say. */
const isWithout = (names: readonly string[], json: Json): boolean =>
  names.length > 0 && names.every((name) => (json[name] ?? null) === null);

const isKey = (value: unknown): boolean => (typeof value === 'string' && value !== '') || Number.isFinite(value);
/** How many parts of a key a row must have: what was asked for by a key that rows do not have needs none. */
const neededKeys = (entity: Entity, asked: Sids): number =>
  asked.length > 0 && (entity.answers?.fetch === 'redirect' || keysOf(entity).some((key) => !entity.fields[key]))
    ? 0
    : keysOf(entity).length;

/** Keys that the row holds under the name of a field. */
const listedKeys = onceFor(({ key = [] }: Entity): readonly (readonly [key: string, field: string])[] =>
  [key].flat().flatMap((part) => (typeof part !== 'string' && part.listed ? [[part.given, part.listed] as const] : [])),
);
/** The keys that the input of a create chooses: Twilio's answer may be no more than that it has accepted it. */
export const keysIn = (entity: Entity, input: Input): Sids => {
  const chosen = listedKeys(entity).flatMap(([, field]) => (typeof input[field] === 'string' ? [input[field]] : []));
  return chosen.length === keysOf(entity).length && entity.createWith !== 'key' ? chosen : [];
};
const withListedKeys = (entity: Entity, json: Json): Json => {
  const keys = listedKeys(entity);
  if (keys.length === 0) return json;
  return { ...json, ...Object.fromEntries(keys.map(([key, field]) => [key, json[key] ?? json[field]])) };
};

/** A secret that Twilio returns once is not kept: not in a loader, and so in no other answer of the request. */
const secretsOf = onceFor((entity: Entity): readonly string[] =>
  Object.entries(entity.fields).flatMap(([name, value]) => (value.shownOnce ? [jsonName(entity, name, value)] : [])),
);
const without = (secrets: readonly string[], json: Json): Json =>
  Object.fromEntries(Object.entries(json).filter(([name]) => !secrets.includes(name)));

/** Whether a row has the SID that it was fetched by; other keys may be labels, which rows do not repeat. */
const isTheOne = ({ entity, json }: Row, sids: Sids): boolean => {
  const key = theirKeysOf(entity).at(-1);
  const requested = sids.at(-1) ?? '';
  return key === undefined || !IS_SID.test(requested) || json[key] === undefined || json[key] === requested;
};
const IS_SID = /^[A-Z]{2}[0-9a-fA-F]{32}$/;
