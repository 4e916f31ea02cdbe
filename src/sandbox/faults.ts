/** Twilio's errors: what a request is answered with that cannot be done. */

/** A refusal in Twilio's words, with the code that its documentation explains. */
export class Fault extends Error {
  readonly code: number;
  readonly status: number;
  constructor(code: number, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export const bodyOf = ({ code, message, status }: Fault) => ({
  code,
  message,
  more_info: `https://www.twilio.com/docs/errors/${code}`,
  status,
});

export const notFound = (path: string): Fault => new Fault(20404, `The requested resource ${path} was not found`, 404);
export const invalid = (parameter: string, why: string): Fault =>
  new Fault(20001, `Invalid parameter ${parameter}: ${why}`);
