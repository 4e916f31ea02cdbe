/** Serverless: a function has a version as soon as it is created, builds take a while, and deployments put them live. */
import { invalid, TwilioError } from '../../errors.ts';
import type { Rule } from '../../rule.ts';
import { hex } from '../../sids.ts';
import type { Row, Values } from '../../store.ts';
import type { World } from '../../world.ts';
import { stages } from '../stages.ts';

export const ServerlessService: Rule = {
  create: ({ uniqueName }) => ({
    domainBase: `${uniqueName}-${parseInt(hex(String(uniqueName)).slice(0, 3), 16) + 1000}`,
  }),
};

export const ServerlessEnvironment: Rule = {
  create({ domainSuffix }, { world, parents: [service = ''] }) {
    const base = world.store.find('ServerlessService', [], service)?.values.domainBase;
    return { domainName: `${base}${domainSuffix ? `-${domainSuffix}` : ''}.twil.io` };
  },
};

/** Twilio takes code by an upload that its SDK does not have, so a function brings a version of its own. */
export const ServerlessFunction: Rule = {
  begin({ key, values, parents }, { world, user }) {
    world.make('ServerlessFunctionVersion', [...parents, key], {
      ...{ accountSid: user, path: `/${String(values.friendlyName).replace(/^\/|\s/g, '')}`, visibility: 'public' },
    });
  },
};

const CODE = "exports.handler = (context, event, callback) => callback(null, 'Hello from the sandbox');\n";
export const ServerlessFunctionVersionContent: Rule = { shows: ({ parents }) => ({ sid: parents[2], content: CODE }) };

const versionsOf = (world: World, type: string, service: string | undefined, sids: unknown): readonly Values[] =>
  [sids ?? []].flat().map((sid) => {
    const version = world.store
      .all(type)
      .find(({ key, gone, parents }) => key === sid && !gone && parents[0] === service);
    if (!version) throw new TwilioError(20001, `${sid} is no version of this service`);
    const { accountSid, path, visibility, dateCreated } = version.values;
    const of = type === 'ServerlessFunctionVersion' ? 'function_sid' : 'asset_sid';
    const [, owner] = version.parents;
    const shown = { sid, account_sid: accountSid, service_sid: service, [of]: owner, path, visibility };
    return { ...shown, date_created: (dateCreated as Date).toISOString() };
  });

export const ServerlessBuild: Rule = {
  create: ({ functionVersions, assetVersions, dependencies, runtime }, { world, parents: [service] }) => ({
    ...{ status: 'building', runtime: runtime ?? 'node22', dependencies: dependenciesOf(dependencies) },
    functionVersions: versionsOf(world, 'ServerlessFunctionVersion', service, functionVersions),
    assetVersions: versionsOf(world, 'ServerlessAssetVersion', service, assetVersions),
  }),
  begin: stages('status', { after: 3, state: 'completed' }),
};
/** What a build is given as text, or has been read from it. */
const dependenciesOf = (given: unknown): unknown => {
  try {
    return typeof given === 'string' ? JSON.parse(given) : (given ?? []);
  } catch {
    throw new TwilioError(20001, 'Dependencies is no JSON');
  }
};

const buildOf = (world: World, [service = '', sid = '']: readonly unknown[]): Row | undefined =>
  world.store.find('ServerlessBuild', [String(service)], String(sid));

export const ServerlessBuildStatus: Rule = {
  shows({ parents }, world) {
    const build = buildOf(world, parents);
    return { sid: parents[1], status: build?.values.status ?? null };
  },
};

export const ServerlessDeployment: Rule = {
  create({ buildSid }, { world, parents: [service = '', environment = ''] }) {
    const build = buildOf(world, [service, buildSid]);
    if (buildSid && !build) throw invalid('BuildSid', `${buildSid} does not exist`);
    if (build && build.values.status !== 'completed')
      throw new TwilioError(20001, `Build ${buildSid} is ${build.values.status}; only a completed one can be deployed`);
    const target = world.store.find('ServerlessEnvironment', [service], environment);
    if (target) world.change(target, { buildSid: build?.key ?? null });
    return {};
  },
};
