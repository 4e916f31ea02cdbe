/** What is said of values that occur in many entities, once. */
export const words: Readonly<Record<string, string>> = {};
