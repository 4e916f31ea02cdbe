/**
 * Which usage categories include others, so that sums over categories count nothing twice. The SDK types a category as
 * text and has no list of them, so the parents are listed here; a category that is in no list counts as top level.
 */

/** Categories that include those whose names begin with theirs, such as `calls` with `calls-inbound`. */
const parents: readonly string[] = [
  'calls',
  'conversations',
  'group-rooms',
  'ip-messaging',
  'lookups',
  'marketplace',
  'mms',
  'monitor',
  'notify',
  'pchat',
  'pfax',
  'phonenumbers',
  'proxy',
  'pv',
  'shortcodes',
  'sms',
  'sync',
  'trunking-origination',
  'trunking-termination',
  'turnmegabytes',
  'voice-insights',
  'wds',
  'wireless',
];
/** The sum of all categories. */
const TOTAL = 'totalprice';

export const isTopLevel = (category: unknown): boolean | null => {
  if (typeof category !== 'string') return null;
  return category !== TOTAL && !parents.some((parent) => category.startsWith(`${parent}-`));
};
