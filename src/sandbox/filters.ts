/** Twilio's list filters: selects the rows that match a query. */
import { type Entity, pascalCase, type Value } from '../model/index.ts';
import { DAY } from './clock.ts';
import { invalid } from './errors.ts';
import { read } from './input.ts';
import { textsOf } from './parameters.ts';
import type { Values } from './store.ts';

export type Accepts = (values: Values) => boolean;

/** Validates the query and returns a predicate for rows. Arguments that are not comparisons are left to the entity's rule. */
export const readFilters = (entity: Entity, query: URLSearchParams): Accepts => {
  const checks: Accepts[] = [];
  for (const [name, rule] of Object.entries(entity.filters ?? {})) {
    const parameter = pascalCase(name);
    const field = entity.fields[name];
    const sdkName = rule.sdkName ?? name;
    const said = (suffix: string, [other] = textsOf(query, `${sdkName}${suffix}`)) => other || undefined;
    if (!('compares' in rule)) {
      const text = said('');
      if (text) read(parameter, rule, text);
    } else if (rule.compares === 'equal' && field) {
      const texts = textsOf(query, sdkName).filter((text) => text !== '');
      const wanted = texts.length > 0 ? texts : [rule.defaultValue ?? []].flat();
      const values = wanted.map((text) => read(parameter, { ...field, many: false }, text));
      if (values.length > 0) checks.push((row) => values.some((value) => equals(name, value)(row)));
    } else {
      const [lower = `${sdkName}After`, upper = `${sdkName}Before`] = rule.bounds ?? [];
      const texts = [said(''), said('>') ?? textsOf(query, lower)[0], said('<') ?? textsOf(query, upper)[0]];
      const bounds = texts.map((text) => span(parameter, text || undefined, rule.compares === 'days'));
      checks.push(within(name, bounds));
    }
  }
  return (values) => checks.every((accepts) => accepts(values));
};

const equals =
  (name: string, wanted: unknown): Accepts =>
  (values) =>
    values[name] === wanted || (wanted !== null && String(values[name]) === String(wanted));

interface Span {
  readonly first: number;
  readonly last: number;
}
/** A date covers the whole day; a timestamp only itself. */
const span = (parameter: string, text: string | undefined, days: boolean): Span | undefined => {
  if (text === undefined) return undefined;
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) throw invalid(parameter, `'${text}' must be a date`);
  if (!days && text.length > 10) return { first: moment, last: moment };
  const first = Math.floor(moment / DAY) * DAY;
  return { first, last: first + DAY - 1 };
};

const within = (name: string, [at, after, before]: readonly (Span | undefined)[]): Accepts => {
  const first = Math.max(at?.first ?? -Infinity, after?.first ?? -Infinity);
  const last = Math.min(at?.last ?? Infinity, before?.last ?? Infinity);
  return (values) => {
    if (!at && !after && !before) return true;
    const moment = values[name];
    return moment instanceof Date && moment.getTime() >= first && moment.getTime() <= last;
  };
};

/** The value of an argument that is not a comparison. */
export const asked = (query: URLSearchParams, name: string, value: Value): unknown => {
  const text = query.get(pascalCase(name));
  return text ? read(pascalCase(name), value, text) : undefined;
};
