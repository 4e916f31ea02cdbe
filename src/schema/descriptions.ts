/** Descriptions that follow from a descriptor's names: written once, so that every entity reads the same. */
import {
  ancestors,
  type Entity,
  enumName,
  isContainer,
  lowerFirst,
  plural,
  singular,
  typeName,
  type Value,
  wordsOf,
} from '../model/index.ts';

const spellings: Readonly<Record<string, string>> = {
  sip: 'SIP',
  siprec: 'SIPREC',
  ip: 'IP',
  'add on': 'add-on',
  'add ons': 'add-ons',
  'toll free': 'toll-free',
  'high risk': 'high-risk',
  sim: 'SIM',
  urls: 'URLs',
  a2p: 'A2P',
};

/** `SipIpAddress` → `SIP IP address`. */
const phrase = (name: string): string => {
  const plain = lowerFirst(name).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return plain.replace(
    /\b(siprec|sip|ip|add ons?|toll free|high risk|sim|urls|a2p)\b/g,
    (found) => spellings[found] ?? found,
  );
};

/** By sound, not by letter: an Account and an HttpMethod, but a UsageRecord and a URL. */
const startsWithVowel = (name: string): boolean => /^([aeio]|Http|MMS|SMS)/i.test(name);

/** `a Call`, `an Account`. */
export const withArticle = (name: string): string => `${startsWithVowel(name) ? 'an' : 'a'} ${name}`;

const sentence = (text: string): string => `${text[0]?.toUpperCase()}${text.slice(1)}.`;

/** What a list holds: `Calls of this account, newest first.` under a row, `Calls of an account, …` at the root. */
export const describeList = (entity: Entity, at: 'root' | 'parent'): string => {
  if (entity.aboutList) return entity.aboutList;
  const parent = ancestors(entity).at(-1);
  // The name of the list says that much itself: what a row is says more.
  if (!parent) return entity.about;
  const name = singular(parent);
  const own =
    plural(entity).startsWith(name) && !isContainer(entity.in) ? plural(entity).slice(name.length) : plural(entity);
  const rows = phrase(entity.scoped && entity.inside ? entity.inside[1] : own);
  const owner = phrase(singular(parent));
  const order = entity.sortedBy ? ', newest first' : '';
  return sentence(`${rows} of ${at === 'parent' ? `this ${owner}` : withArticle(owner)}${order}`);
};

/** What one row is, for a field that reads it by its key. */
export const describeOne = (entity: Entity, key: string | undefined): string => {
  const parent = ancestors(entity).at(-1);
  if (key)
    return `The ${typeName(entity)} with this ${key === 'sid' ? 'SID' : `\`${key}\``}; null if it does not exist.`;
  return parent ? `The ${typeName(entity)} of ${withArticle(typeName(parent))}; null if there is none.` : entity.about;
};

/** The description of a field or an input, if there is anything to say beyond its name. */
export const describeValue = (entity: Entity, name: string, value: Value): { readonly description?: string } => {
  const description = wordsOf(entity, name, value);
  return description === undefined ? {} : { description };
};

/** The description of a field of a row. That of a status says when polling can end. */
export const describeField = (entity: Entity, name: string, value: Value): string | undefined => {
  const words = wordsOf(entity, name, value);
  const final = entity.terminal?.[name]?.map((each) => (value.scalar === 'Enum' ? enumName(each) : each));
  return final ? [words, `Final values: ${final.join(', ')}.`].filter(Boolean).join(' ') : words;
};
