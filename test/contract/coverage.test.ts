/** Every operation of the installed SDK has a field in the schema, or a written reason for having none. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import { operationsOf } from '../../src/model/route.ts';
import {
  operationsOf as offeredBy,
  accessorOf as placeOf,
  readSdk,
  versionOf,
} from '../../src/tools/draft/resources.ts';
import { accessorOf } from '../support/accessor.ts';

/** Products without descriptors, and why. */
const without: Readonly<Record<string, string>> = {
  ipMessaging: 'The old name of chat: the same resources, which `chat` and `chatV1` reach.',
};
/** The SDK calls its list and another resource's rows alike, so the typings do not say where it is; surface.test.ts covers it. */
const AMBIGUOUS = 'api.v2010.accounts().sip.credentialLists().credentials';
/** What a descriptor calls an operation of the SDK; an update beside a patch replaces the row. */
const names = (offered: readonly string[]): readonly string[] =>
  offered.map((each) => {
    if (each === 'patch') return 'update';
    return each === 'update' && offered.includes('patch') ? 'replace' : each;
  });

const { resources } = readSdk(fileURLToPath(new URL('../../node_modules/twilio/lib/rest', import.meta.url)));
const described = new Map(entities.filter(({ legacy }) => !legacy).map((each) => [accessorOf(each), each]));
const covered = resources.filter((each) => !(versionOf(each).product in without) && offeredBy(each).length > 0);

test('every operation of the SDK is described, and no other', () => {
  const missing = covered.flatMap((resource) => {
    const entity = described.get(placeOf(resource));
    const ours = entity ? operationsOf(entity) : [];
    const theirs = names(offeredBy(resource));
    return [
      ...theirs.filter((each) => !ours.includes(each as never)).map((each) => `${placeOf(resource)}.${each}: missing`),
      ...ours.filter((each) => !theirs.includes(each)).map((each) => `${placeOf(resource)}.${each}: not in the SDK`),
    ];
  });
  expect(missing).toEqual([]);
  expect([...described.keys()].filter((place) => !covered.some((each) => placeOf(each) === place))).toEqual([
    AMBIGUOUS,
  ]);
});

test('those are nearly all that the SDK has', () => {
  const count = (of: typeof resources) => of.flatMap(offeredBy).length;
  expect(count(covered)).toBeGreaterThan(1450);
  for (const product of Object.keys(without))
    expect(resources.some((each) => versionOf(each).product === product)).toBe(true);
});
