/** The resources of serverless. */

export { ServerlessAssetVersion } from './v1/service/asset/assetVersion.ts';
export { ServerlessAsset } from './v1/service/asset.ts';
export { ServerlessBuildStatus } from './v1/service/build/buildStatus.ts';
export { ServerlessBuild } from './v1/service/build.ts';
export { ServerlessDeployment } from './v1/service/environment/deployment.ts';
export { ServerlessLog } from './v1/service/environment/log.ts';
export { ServerlessVariable } from './v1/service/environment/variable.ts';
export { ServerlessEnvironment } from './v1/service/environment.ts';
export { ServerlessFunctionVersionContent } from './v1/service/function/functionVersion/functionVersionContent.ts';
export { ServerlessFunctionVersion } from './v1/service/function/functionVersion.ts';
export { ServerlessFunction } from './v1/service/function.ts';
export { ServerlessService } from './v1/service.ts';
