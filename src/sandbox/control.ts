/** The sandbox's control route: reads, replaces and removes the faults that requests meet. */
import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import type { FaultInjector } from './faultInjection.ts';
import { type HttpAnswer, jsonAnswer } from './http.ts';

export const CONTROL_PATH = '/sandbox/faults';

/** `GET` answers the present plan with its counts, `PUT` replaces it, `DELETE` removes all faults. */
export const control = async (faults: FaultInjector, request: IncomingMessage): Promise<HttpAnswer> => {
  // A web page that is open on this machine must not change a sandbox.
  if (request.headers.origin !== undefined) return refuse(403, 'Requests from web pages are not accepted');
  if (request.method === 'PUT') {
    try {
      faults.set(await json(request));
    } catch (error) {
      return refuse(400, error instanceof z.ZodError ? z.prettifyError(error) : 'The body must be JSON');
    }
  } else if (request.method === 'DELETE') faults.set({ faults: [] });
  else if (request.method !== 'GET') return refuse(405, 'Use GET, PUT or DELETE');
  return jsonAnswer(200, faults.state());
};

const refuse = (status: number, message: string): HttpAnswer => jsonAnswer(status, { status, message });
