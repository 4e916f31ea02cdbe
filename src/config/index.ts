/** Settings of the process and of each connection. Exports what other folders may use. */
export {
  type AccountConfig,
  type Config,
  ConfigError,
  type ConfigOptions,
  type ConnectionConfig,
  type Environment,
  HANDED_DOWN,
  type HandedDown,
  type ProxyConfig,
  readConfig,
  readServerConfig,
  type SandboxAccess,
  Secret,
  type ServerConfig,
} from './config.ts';
export { differences } from './differences.ts';
export { environmentExample, settingsTable } from './reference.ts';
export { connectionsSchema } from './schema.ts';
export { showConfig } from './show.ts';
