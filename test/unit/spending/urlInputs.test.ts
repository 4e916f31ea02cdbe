/** Every input that Twilio calls or loads is a URL, and no private address passes as one, however deep it lies. */
import { expect, test } from 'vitest';
import { entities } from '../../../src/entities/index.ts';
import type { Entity, Value } from '../../../src/model/index.ts';
import { Spending } from '../../../src/spending/index.ts';

type Values = Readonly<Record<string, Value>>;
/** Where a browser or a device is sent, what people read, and SIP addresses: Twilio itself calls none of them. */
const NOT_CALLED =
  /\.(redirectUri|sipUrl|importUrl|optInImageUrls|\w*(privacy|terms|termsAndConditions|termsOfService|website|privacyPolicy)Url)$/i;
const LIKE_URL = /((^|[a-z.])(url|uri)s?|callback)$/i;

const placesIn = (values: Values, path: readonly string[] = []): [path: readonly string[], value: Value][] =>
  Object.entries(values).flatMap(([name, value]) => [
    [[...path, name], value],
    ...placesIn(value.object?.fields ?? {}, [...path, name]),
  ]);
const inputsOf = (entity: Entity) =>
  (['create', 'update', 'replace'] as const).flatMap((change) =>
    placesIn(entity[change] ?? {}).map(([path, value]) => ({ entity, change, path, value })),
  );
const inputs = entities.flatMap(inputsOf);

test('no input that Twilio calls is a mere text', () => {
  const texts = inputs
    .filter(({ path, value }) => value.scalar === 'String' && LIKE_URL.test(path.at(-1) ?? ''))
    .map(({ entity, change, path }) => [entity.name, change, ...path].join('.'));
  expect(texts.filter((name) => !NOT_CALLED.test(name))).toEqual([]);
});

const spending = new Spending({
  ...{ store: async () => undefined, scope: 'x', secret: 'x', limits: [], destinations: [], isSandbox: false },
});
const placed = (values: Values, [name = '', ...rest]: readonly string[], given: unknown): Record<string, unknown> => {
  const value = values[name];
  const inner = rest.length > 0 ? placed(value?.object?.fields ?? {}, rest, given) : given;
  return { [name]: value?.many ? [inner] : inner };
};
const urls = inputs.filter(({ value }) => value.scalar === 'URL');
test.each(urls.map((each) => [[each.entity.name, each.change, ...each.path].join('.'), each] as const))(
  '%s',
  (_name, { entity, change, path }) => {
    const values = entity[change] ?? {};
    const check = (url: string) =>
      spending.check({ entity, values, input: placed(values, path, url), isPaid: false }, undefined);
    expect(() => check('https://example.com/')).not.toThrow();
    expect(() => check('http://10.0.0.1/')).toThrow(`input.${path.join('.')}: must be a public address`);
  },
);
