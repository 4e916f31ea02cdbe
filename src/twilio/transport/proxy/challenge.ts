/** Parses Proxy-Authenticate: one header may contain several challenges, each with parameters (RFC 9110, 11.6.1). */

export interface Challenge {
  /** In lower case. */
  readonly scheme: string;
  /** Names in lower case, values without their quotes. */
  readonly params: ReadonlyMap<string, string>;
}

/** A scheme that begins a challenge (with no `=` after it), or a parameter of the one before. */
const PART = /([!#$%&'*+.^`|~\w-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*))|(?=[\s,]|$))/g;

export const readChallenges = (header: string | readonly string[] | undefined): readonly Challenge[] => {
  const challenges: { scheme: string; params: Map<string, string> }[] = [];
  for (const line of [header ?? []].flat())
    for (const [part, name = '', quoted, token] of line.matchAll(PART)) {
      if (part === name) challenges.push({ scheme: name.toLowerCase(), params: new Map() });
      else challenges.at(-1)?.params.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? token ?? '');
    }
  return challenges;
};
