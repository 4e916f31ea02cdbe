/** Plain English wherever a person reads: phrases to avoid, with the reason, and the right articles. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Avoided {
  readonly phrase: RegExp;
  readonly instead: string;
}
const avoided: readonly Avoided[] = [
  { phrase: /\bof which\b/i, instead: 'two sentences' },
  { phrase: /\bin vain\b/i, instead: '"without result"' },
  { phrase: /\bwhoever\b/i, instead: '"anyone who", "the client"' },
  { phrase: /\bdear(er|est)?\b/i, instead: '"expensive"' },
  { phrase: /\btold\b/i, instead: '"returned", "reported" or "distinguished"' },
  { phrase: /\bis asked for\b/i, instead: '"is requested", "is selected"' },
  { phrase: /\bwhat became of\b/i, instead: '"the result of"' },
  { phrase: /\bin the words of\b/i, instead: '"as described by"' },
  { phrase: /\bshall\b/i, instead: '"must" or the present tense' },
  { phrase: /\b(whence|hence|thereby|therein|whereof|thereof|henceforth)\b/i, instead: 'the plain connective' },
  { phrase: /\bfor good\b/i, instead: '"permanently"' },
  { phrase: /\b(at its|their) birth\b/i, instead: '"new"' },
  { phrase: /\bhow far (it|the \w+) is\b/i, instead: '"state", "progress"' },
  { phrase: /\bwhat there is\b/i, instead: 'the noun' },
  { phrase: /\bwhat is said\b/i, instead: '"the descriptor", "the condition"' },
  { phrase: /\bit is none\b/i, instead: '"it is not"' },
  { phrase: /\bas ever\b/i, instead: '"as usual"' },
  { phrase: /\bby itself\b.*\bby itself\b/i, instead: 'a shorter sentence' },
  { phrase: /\bgo(es)? on behind\b/i, instead: '"continue after"' },
  { phrase: /\bworth another try\b/i, instead: '"can be retried"' },
  { phrase: /\bno matter of\b/i, instead: '"does not concern"' },
  { phrase: /\bblot(s|ted)?\b/i, instead: '"redacted"' },
  { phrase: /\b(a|the) crowd\b/i, instead: '"many clients"' },
  { phrase: /\bgoes before (it|them)\b/i, instead: '"takes precedence"' },
  { phrase: /\bTwilio's `[\w-]+`\.$/m, instead: 'what the value means, or nothing' },
  { phrase: /\bnicely written\b/i, instead: '"formatted for display"' },
  { phrase: /\bsuch as it is\b/i, instead: 'the plain statement' },
];

/** Words that a vowel letter starts and a vowel sound does not, and the other way round. */
const CONSONANT_SOUND = /^(one|once|eu|ur[li]|us[aeiu]|uni[^nm]|utc|uuid|utf|util|u\b)/i;
const VOWEL_SOUND =
  /^(hour|honest|honou?r|heir|[Hh]ttp|html|mms|sms|sql|ssl|rfc|sdk|xml|mx|npm|f[A-Z]|x-|[FHLMNRSX]\b|[FHLMNRSX][A-Z]{2,})/;
const SPOKEN =
  /^(SID|SIM|US\b|UDP|SIP|STUN|STIR|SOCKS|LATA|MIME|NAT|NULL|REST|RAM|LIVE|SANDBOX|NOT|NDJSON|MAX|HEAD|HOST|NUL|SAN|RED|RE\b|SUM|MIN)/;

const wrongArticles = (text: string): string[] =>
  [...text.matchAll(/(?<![\w'`-])(a|an) ([A-Za-z][\w-]*)/gi)].flatMap(([found, article = '', word = '']) => {
    if (article === 'A' && /^[A-Z]/.test(word) && text[text.indexOf(found) - 1] === ' ') return [];
    const vowel = SPOKEN.test(word)
      ? /^[AEIO]/.test(word)
      : VOWEL_SOUND.test(word) || (/^[aeiou]/i.test(word) && !CONSONANT_SOUND.test(word));
    return vowel === (article.toLowerCase() === 'an') ? [] : [found];
  });

const findings = (text: string): string[] => [
  ...avoided.flatMap(({ phrase, instead }) => {
    const found = phrase.exec(text);
    return found ? [`"${found[0]}": write ${instead}`] : [];
  }),
  ...wrongArticles(text).map((found) => `"${found}": wrong article`),
];

const root = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');

/** Comments of a source file, and its texts that are sentences: messages, descriptions, help. */
const proseOf = (source: string): string[] => [
  ...[...source.matchAll(/\/\*\*?([\s\S]*?)\*\/|(?<![:'"`])\/\/ (.*)$/gm)].map(([, block = '', line = '']) =>
    `${block}${line}`.replace(/^\s*\* ?/gm, '').replace(/\s+/g, ' '),
  ),
  ...[...source.matchAll(/'((?:[^'\\\n]|\\.)* (?:[^'\\\n]|\\.)*)'|"([^"\n]* [^"\n]*)"/g)].map(
    ([, single = '', double = '']) => single + double,
  ),
];
const descriptions = [...read('schema.graphql').matchAll(/"""([\s\S]*?)"""|reason: "([^"\n]+)"\)/g)].map(
  ([, description = '', reason = '']) => `${description}${reason}`.trim().replace(/\s+/g, ' '),
);

test('descriptions of the schema', () => {
  expect(descriptions.length).toBeGreaterThan(1000);
  const bad = [...new Set(descriptions)].flatMap((text) => findings(text).map((finding) => `${finding}: ${text}`));
  expect(bad).toEqual([]);
});

test('descriptions are sentences', () => {
  const bad = [...new Set(descriptions)].filter((text) => !/^[`A-Z0-9<]/.test(text) || !/[.!?)`]$/.test(text));
  expect(bad).toEqual([]);
});

const filesOf = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
    .map((file) => `${folder}/${file}`)
    .sort();

describe('comments and messages', () => {
  test.each(filesOf('src'))('%s', (file) => {
    expect(proseOf(read(file)).flatMap((text) => findings(text).map((finding) => `${finding}: ${text}`))).toEqual([]);
  });
});

test('names of tests', () => {
  const titles = filesOf('test')
    .filter((file) => file !== 'test/contract/prose.test.ts')
    .flatMap((file) =>
      [...read(file).matchAll(/\b(?:test|it|describe)\b[\w.]*(?:\([^)]*\))?\(\s*(['"`])(.*?)\1,/g)].map(
        ([, , title = '']) => `${file}: ${title}`,
      ),
    );
  expect(titles.length).toBeGreaterThan(500);
  expect(titles.flatMap((text) => findings(text).map((finding) => `${finding}: ${text}`))).toEqual([]);
});

/** The pages for people, without their code and without the descriptions that other tests read. */
const pages = [
  'README.md',
  'CHANGELOG.md',
  'src/README.md',
  'test/bench/README.md',
  '.env.example',
  ...readdirSync(new URL('docs', root))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

describe('pages', () => {
  test.each(pages)('%s', (file) => {
    const lines = read(file)
      .replace(/```[\s\S]*?```/g, '')
      .split('\n');
    expect(lines.flatMap((text) => findings(text).map((finding) => `${finding}: ${text}`))).toEqual([]);
  });
});

describe('a text is refused for', () => {
  test.each([
    ['an inverted relative', 'Rows of which some are new.'],
    ['an article before a vowel', 'Creates a Account.'],
    ['an article before a consonant', 'How an Call is compared.'],
    ['an article before a vowel sound', 'Conditions on a HttpMethod.'],
    ['an enum value that repeats itself', "Twilio's `undelivered`."],
  ])('%s', (_, text) => expect(findings(text)).toHaveLength(1));
  test.each(['A URL and a UsageRecord.', 'An hour, an SMS, an HTTP error and a SID.', 'A one-time code, an X-ray.'])(
    'and not: %s',
    (text) => expect(findings(text)).toEqual([]),
  );
});
