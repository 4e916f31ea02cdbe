/** API keys and tokens, with a secret that only the create returns. */
import type { Rule } from '../rule.ts';
import { hex } from '../sids.ts';
import type { Row, Values } from '../store.ts';

export const secretOf = (key: string): string => hex(`secret ${key}`);
const createOnly = (row: Row): Values => ({ secret: secretOf(row.key) });

export const NewKey: Rule = { of: 'Key', createOnly };
export const NewSigningKey: Rule = { of: 'SigningKey', createOnly };

const DAY = 86_400;
const STUN = 'stun:global.stun.twilio.com:3478';
const TURN = ['3478?transport=udp', '3478?transport=tcp', '443?transport=tcp'];

export const Token: Rule = {
  create({ ttl }, { world }) {
    const username = hex(world.newSid('token'));
    const credential = secretOf(username);
    const turn = TURN.map((port) => `turn:global.turn.twilio.com:${port}`);
    return {
      username,
      password: credential,
      ttl: ttl ?? DAY,
      iceServers: [{ url: STUN, urls: STUN }, ...turn.map((url) => ({ url, urls: url, username, credential }))],
    };
  },
};
