/** Works something out of a descriptor once: descriptors never change, and rows ask the same of them again and again. */

export const onceFor = <Of extends object, T>(make: (of: Of) => T): ((of: Of) => T) => {
  const made = new WeakMap<Of, { readonly value: T }>();
  return (of) => {
    let known = made.get(of);
    if (!known) {
      known = { value: make(of) };
      made.set(of, known);
    }
    return known.value;
  };
};

/** The same for what a name identifies: it is made once for each name that entities have. */
export const onceByName = <Of, T>(nameOf: (of: Of) => string, make: (of: Of) => T): ((of: Of) => T) => {
  const made = new Map<string, T>();
  return (of) => {
    const name = nameOf(of);
    if (!made.has(name)) made.set(name, make(of));
    return made.get(name) as T;
  };
};

/** The same for what depends on nothing. */
export const memoize = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
