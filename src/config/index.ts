/** Settings of the process and of each connection. What other folders may use. */
export { verbOf } from './command.ts';
export {
  type AccountConfig,
  type Command,
  type Config,
  ConfigError,
  type ConnectionConfig,
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
export { connectionsSchema } from './schema.ts';
export { showConfig } from './show.ts';
