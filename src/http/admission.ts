/** Lets a request in by the key in its Authorization header, or says why not. */
import type { IncomingMessage } from 'node:http';
import type { Admission, Principal } from '../access/index.ts';
import type { Access } from './access.ts';
import { Rejection } from './rejection.ts';

/** Decides who sends a request. */
export interface Authentication {
  admit(authorization: string | undefined, address: string): Promise<Admission>;
  /** The caller with this ID, if it is still valid. */
  find(id: string): Promise<Principal | undefined>;
}

/** Throws a {@link Rejection} unless the request may be answered. */
export type Admit = (request: IncomingMessage) => Promise<Principal>;

/** `connection`: for which requests are; to callers of others it does not exist. */
export const createAdmit =
  (authentication: Authentication, access: Pick<Access, 'clientOf'>, connection?: string): Admit =>
  async (request) => {
    const admission = await authentication.admit(request.headers.authorization, access.clientOf(request));
    if ('refusal' in admission) {
      const { status, message, code, headers } = admission.refusal;
      throw new Rejection(status, message, { code, headers });
    }
    const { principal } = admission;
    if (connection !== undefined && principal.connections?.includes(connection) === false) throw unknownConnection();
    return principal;
  };

export const unknownConnection = (): Rejection =>
  new Rejection(404, 'There is no connection with this name. Connections are at /connections/{name}/graphql.', {
    code: 'UNKNOWN_CONNECTION',
  });
