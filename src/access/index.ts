/** Callers: keys, rights and who sends a request. Exports what other folders may use. */
export {
  type Admission,
  ANONYMOUS,
  Authenticator,
  type Principal,
} from './authenticator.ts';
export { type JwtOptions, Tokens } from './jwt.ts';
export { KeyRing } from './keyRing.ts';
export { type ApiKey, ApiKeys, type CreatedKey, isActive } from './keys.ts';
export { Links } from './links.ts';
export { METRICS, type Need, parseScope, Rights, scopeText, type Verb } from './scopes.ts';
