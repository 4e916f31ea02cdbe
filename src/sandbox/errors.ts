/** The errors that the sandbox answers with, in Twilio's form. */

/** An error with the code that Twilio's documentation explains. */
export class TwilioError extends Error {
  readonly code: number;
  readonly status: number;
  constructor(code: number, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export const bodyOf = ({ code, message, status }: TwilioError) => ({
  code,
  message,
  more_info: `https://www.twilio.com/docs/errors/${code}`,
  status,
});

export const notFound = (path: string): TwilioError =>
  new TwilioError(20404, `The requested resource ${path} was not found`, 404);
export const invalid = (parameter: string, rule: string): TwilioError =>
  new TwilioError(20001, `Invalid parameter ${parameter}: ${rule}`);
