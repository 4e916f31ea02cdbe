/** Builds of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ServerlessService } from '../service.ts';

export const ServerlessBuild = entity('ServerlessBuild', {
  in: ServerlessService,
  at: 'builds',
  sid: 'ZB',
  about: 'A bundle of function and asset versions ready to be deployed.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ServerlessService'),
    status: t
      .enum('building', 'completed', 'failed')
      .named('ServerlessBuildStatusValue')
      .about('Only a `COMPLETED` build can be deployed.'),
    assetVersions: t.json.list.about(
      'Asset versions in the build: `sid`, `asset_sid`, `path` and `visibility` of each. As an input: their SIDs (ZN…).',
    ),
    functionVersions: t.json.list.about(
      'Function versions in the build: `sid`, `function_sid`, `path` and `visibility` of each. As an input: their SIDs (ZN…).',
    ),
    dependencies: t.json.list.about(
      'Packages of npm in the build: `name` and `version` of each. As an input: JSON text of such an array.',
    ),
    runtime: t
      .enum('node8', 'node10', 'node12', 'node14', 'node16', 'node18', 'node20', 'node22', 'node24')
      .about('Version of Node.js on which Functions run.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  relations: {
    assetVersionObjects: t.rows(
      'ServerlessAssetVersion',
      'assetVersions',
      ['asset_sid', 'sid'],
      'The asset versions of the build',
    ),
    assets: t.rows('ServerlessAsset', 'assetVersions', ['asset_sid'], 'The assets of the build'),
    functionVersionObjects: t.rows(
      'ServerlessFunctionVersion',
      'functionVersions',
      ['function_sid', 'sid'],
      'The function versions of the build',
    ),
    functions: t.rows('ServerlessFunction', 'functionVersions', ['function_sid'], 'The functions of the build'),
  },
  filters: {},
  create: { assetVersions: t.sid.list, functionVersions: t.sid.list, dependencies: t.string, runtime: t.string },
  remove: true,
  fetch: true,
  terminal: { status: ['completed', 'failed'] },
});
