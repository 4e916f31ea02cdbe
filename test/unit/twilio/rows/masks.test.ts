/** What Twilio says of a failure, for callers without `pii:read`: that it failed and why by its code, in none of its words. */
import { expect, test } from 'vitest';
import { entities } from '../../../../src/entities/index.ts';
import { ApiError } from '../../../../src/errors.ts';
import { createRegistry } from '../../../../src/model/index.ts';
import { redactorOf } from '../../../../src/twilio/rows/index.ts';

const redact = redactorOf(createRegistry(entities).get('Message'));
const REST = 'Its message may repeat personal data, so it is shown only with the scope pii:read.';

test.each([
  ['Ada +1 (500) 555-0001, ada%2540example.com', `Twilio answered with HTTP 400. ${REST}`],
  ["The 'To' number 4155550123 is not valid", `Twilio answered with HTTP 400 about 'To'. ${REST}`],
  ['"Ada" is no "From" of yours', `Twilio answered with HTTP 400 about 'From'. ${REST}`],
  ["'Ada' and 'constructor'", `Twilio answered with HTTP 400. ${REST}`],
])('%s', (text, expected) => {
  const details = { status: 400, twilioCode: 21211, retryAfter: 3 };
  const hidden = redact(new ApiError('REJECTED', text, { ...details, moreInfo: 'https://www.twilio.com/?q=ada' }));
  expect(hidden).toMatchObject({ code: 'REJECTED', message: expected, details });
  expect(JSON.stringify(hidden)).not.toMatch(/ada/i);
});

test('the page on a code stays', () => {
  const moreInfo = 'https://www.twilio.com/docs/errors/21211';
  expect(redact(new ApiError('REJECTED', 'x', { status: 400, moreInfo }))).toMatchObject({ details: { moreInfo } });
});

test('a failure of this server is the same', () => {
  for (const error of [new Error('x'), new ApiError('BAD_USER_INPUT', 'key: must not be empty, . or ..')])
    expect(redact(error)).toBe(error);
});
