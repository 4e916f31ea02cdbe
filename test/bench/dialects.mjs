/** The same questions in the words of each system. A question answers how many rows it got, so that none is faked. */
const indices = (n) => Array.from({ length: n }, (_, i) => i);
const aliases = (n, field) =>
  `{ ${indices(n)
    .map((i) => `a${i}: ${field(i)}`)
    .join(' ')} }`;
const sid = (prefix, n) => `${prefix}${n.toString(16).padStart(32, '0')}`;
const values = (data) => Object.values(data).filter(Boolean).length;

const MESSAGE = 'sid status direction from to body numSegments dateSent';

/** This server's words: one operation each. */
export const ours = {
  recordingsWithCalls: async (ask) => {
    const { recordings } = await ask('{ recordings(first: 50) { nodes { sid call { sid status } } } }');
    return recordings.nodes.filter(({ call }) => call.status).length;
  },
  aliasedCall: async (ask) => values(await ask(aliases(10, () => `call(sid: "${sid('CA', 1)}") { sid status }`))),
  numbersBySid: async (ask) =>
    values(await ask(aliases(200, (n) => `incomingPhoneNumber(sid: "${sid('PN', n)}") { sid phoneNumber }`))),
  callsWithRecordings: async (ask) => {
    const { calls } = await ask('{ calls(first: 50) { nodes { sid recordings { nodes { sid } } } } }');
    return calls.nodes.filter(({ recordings }) => recordings.nodes.length === 1).length;
  },
  messagesWithNumbers: async (ask) => {
    const { messages } = await ask('{ messages(first: 100) { nodes { sid fromNumber { sid } } } }');
    return messages.nodes.filter(({ fromNumber }) => fromNumber.sid).length;
  },
  conferences: async (ask) => {
    const { conferences } = await ask(
      '{ conferences(first: 50) { nodes { sid participants(first: 2) { nodes { call { sid status } } } } } }',
    );
    return conferences.nodes.flatMap(({ participants }) => participants.nodes).filter(({ call }) => call.status).length;
  },
  thousandCalls: async (ask) => (await ask('{ calls(first: 1000) { nodes { sid } } }')).calls.nodes.length,
  sameList: async (ask) => (await ask('{ calls(first: 20) { nodes { sid status } } }')).calls.nodes.length,
  oneCall: async (ask, n) =>
    values(await ask('query ($sid: ID!) { call(sid: $sid) { sid status } }', { sid: sid('CA', n) })),
  messages: {
    query: `query ($to: String) { messages(first: 50, filter: { to: { eq: $to } }) { nodes { ${MESSAGE} } } }`,
    rows: ({ messages }) => messages.nodes,
  },
  manyMessages: async (ask, rows) => {
    let got = 0;
    for (let after = null; got < rows; ) {
      const { messages } = await ask(
        `query ($first: Int, $after: String) {
          messages(first: $first, after: $after) { nodes { ${MESSAGE} } pageInfo { endCursor } }
        }`,
        { first: Math.min(rows, 1000), after },
      );
      got += messages.nodes.length;
      after = messages.pageInfo.endCursor;
    }
    return got;
  },
};

/** The hand-written server has the same relations, and plain lists. */
export const bare = {
  recordingsWithCalls: async (ask) => {
    const { recordings } = await ask('{ recordings(first: 50) { sid call { sid status } } }');
    return recordings.filter(({ call }) => call.status).length;
  },
  aliasedCall: ours.aliasedCall,
  numbersBySid: ours.numbersBySid,
  callsWithRecordings: async (ask) => {
    const { calls } = await ask('{ calls(first: 50) { sid recordings { sid } } }');
    return calls.filter(({ recordings }) => recordings.length === 1).length;
  },
  messagesWithNumbers: async (ask) => {
    const { messages } = await ask('{ messages(first: 100) { sid fromNumber { sid } } }');
    return messages.filter(({ fromNumber }) => fromNumber.sid).length;
  },
  conferences: async (ask) => {
    const { conferences } = await ask('{ conferences(first: 50) { sid participants { call { sid status } } } }');
    return conferences.flatMap(({ participants }) => participants).filter(({ call }) => call.status).length;
  },
  thousandCalls: async (ask) => (await ask('{ calls(first: 1000) { sid } }')).calls.length,
  sameList: async (ask) => (await ask('{ calls(first: 20) { sid status } }')).calls.length,
  oneCall: ours.oneCall,
  messages: {
    query: `query ($to: String) { messages(first: 50, to: $to) { ${MESSAGE} } }`,
    rows: ({ messages }) => messages,
  },
  manyMessages: async (ask, rows) =>
    (await ask(`query ($first: Int) { messages(first: $first) { ${MESSAGE} } }`, { first: rows })).messages.length,
};

/**
 * A gateway that was given Twilio's OpenAPI and nothing else: no relations, so that a client asks for the list first
 * and then, by alias, for what each of its rows names.
 */
const fromSpec = ({ list, get, field, nextPage }) => {
  const rows = async (ask, entity, args, fields) =>
    (await ask(`{ list: ${list(entity, args)} { rows: ${field(entity)} { ${fields} } } }`)).list.rows;
  const each = async (ask, entity, sids) => {
    const query = aliases(sids.length, (n) => `${get(entity, sids[n])} { sid status }`);
    return values(await ask(query));
  };
  const eachList = async (ask, entity, args, fields) => {
    const query = aliases(args.length, (n) => `${list(entity, args[n])} { rows: ${field(entity)} { ${fields} } }`);
    return Object.values(await ask(query)).flatMap((one) => one.rows);
  };
  const messageFields = MESSAGE.split(' ').map(field).join(' ');
  return {
    recordingsWithCalls: async (ask) => {
      const recordings = await rows(ask, 'Recording', { PageSize: 50 }, `sid ${field('callSid')}`);
      return each(ask, 'Call', [...new Set(recordings.map((row) => row[field('callSid')]))]);
    },
    aliasedCall: async (ask) => values(await ask(aliases(10, () => `${get('Call', sid('CA', 1))} { sid status }`))),
    numbersBySid: async (ask) =>
      values(await ask(aliases(200, (n) => `${get('IncomingPhoneNumber', sid('PN', n))} { ${field('phoneNumber')} }`))),
    callsWithRecordings: async (ask) => {
      const calls = await rows(ask, 'Call', { PageSize: 50 }, 'sid');
      return (
        await eachList(
          ask,
          'Recording',
          calls.map((call) => ({ CallSid: call.sid })),
          'sid',
        )
      ).length;
    },
    messagesWithNumbers: async (ask) => {
      const messages = await rows(ask, 'Message', { PageSize: 100 }, 'sid from');
      const numbers = [...new Set(messages.map(({ from }) => from))];
      return (
        await eachList(
          ask,
          'IncomingPhoneNumber',
          numbers.map((PhoneNumber) => ({ PhoneNumber })),
          'sid',
        )
      ).length;
    },
    conferences: async (ask) => {
      const conferences = await rows(ask, 'Conference', { PageSize: 50 }, 'sid');
      const places = conferences.map((conference) => ({ ConferenceSid: conference.sid }));
      const participants = await eachList(ask, 'Participant', places, field('callSid'));
      return each(
        ask,
        'Call',
        participants.map((row) => row[field('callSid')]),
      );
    },
    thousandCalls: async (ask) => (await rows(ask, 'Call', { PageSize: 1000 }, 'sid')).length,
    sameList: async (ask) => (await rows(ask, 'Call', { PageSize: 20 }, 'sid status')).length,
    oneCall: async (ask, n) => values(await ask(`{ ${get('Call', sid('CA', n))} { sid status } }`)),
    messages: {
      query: `query ($to: String) {
        list: ${list('Message', { PageSize: 50, To: '$to' })} { rows: ${field('Message')} { ${messageFields} } }
      }`,
      rows: (data) => data.list.rows,
    },
    manyMessages: async (ask, wanted) => {
      let got = 0;
      for (let place = {}; got < wanted; ) {
        const more = wanted > 1000 ? nextPage : '';
        const query = `{ list: ${list('Message', { PageSize: Math.min(wanted, 1000), ...place })} {
          rows: ${field('Message')} { ${messageFields} } ${more}
        } }`;
        const data = await ask(query);
        got += data.list.rows.length;
        const next = new URLSearchParams(String(data.list[nextPage]).split('?')[1]);
        place = { Page: Number(next.get('Page')), PageToken: next.get('PageToken') };
      }
      return got;
    },
  };
};

const literal = (value) => (typeof value === 'string' && !value.startsWith('$') ? JSON.stringify(value) : value);
const args = (pairs, name) =>
  Object.entries(pairs)
    .map(([key, value]) => `${name(key)}: ${literal(value)}`)
    .join(', ');
const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, '');
const lower = (name) => name[0].toLowerCase() + name.slice(1);
const ENTITY = /^[A-Z]/;

/** Names as in the OpenAPI, which Omnigraph and, by it, Hive Gateway keep. */
export const omnigraph = (account) =>
  fromSpec({
    list: (entity, more) => `List${entity}(${args({ AccountSid: account, ...more }, (name) => name)})`,
    get: (entity, one) => `Fetch${entity}(AccountSid: "${account}", Sid: "${one}")`,
    field: (name) => (ENTITY.test(name) ? `${snake(name)}s` : snake(name)),
    nextPage: 'next_page_uri',
  });

/** Names of types as openapi-to-graphql makes them. */
export const openapiToGraphql = (account) =>
  fromSpec({
    list: (entity, more) => `list${entity}Response(${args({ AccountSid: account, ...more }, lower)})`,
    get: (entity, one) => `apiV2010Account${entity}(accountSid: "${account}", sid: "${one}")`,
    field: (name) => (ENTITY.test(name) ? `${lower(name)}s` : name),
    nextPage: 'nextPageUri',
  });
