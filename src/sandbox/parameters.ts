/** Finds parameters by the names of descriptors, however a product writes them: `Timers.Inactive`, `display_name`. */

/** Parameters of a query or a form, or the headers of a request. */
type Source = Iterable<readonly [name: string, value: string]>;

const plain = (name: string): string => name.replace(/[^A-Za-z0-9<>]/g, '').toLowerCase();

const grouped = new WeakMap<object, Map<string, string[]>>();
const groupsOf = (source: Source): Map<string, string[]> => {
  const known = grouped.get(source);
  if (known) return known;
  const groups = new Map<string, string[]>();
  for (const [name, value] of source) {
    const key = plain(name);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  grouped.set(source, groups);
  return groups;
};

/** All texts of a parameter. */
export const textsOf = (source: Source, name: string): readonly string[] => groupsOf(source).get(plain(name)) ?? [];

/** A member of a JSON body; `undefined` if there is none. */
export const memberOf = (json: Readonly<Record<string, unknown>>, name: string): unknown => {
  const wanted = plain(name);
  const found = Object.keys(json).find((each) => plain(each) === wanted);
  return found === undefined ? undefined : json[found];
};
