/** The operations that GraphiQL opens with, one a tab: what this API is for, ready to run on the sandbox. */

export interface ReadyOperation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export const operations: readonly ReadyOperation[] = [
  {
    query: `# The latest calls and what was recorded of them.
# Ctrl-Enter runs it; the book on the left has the rest.
query RecentCalls {
  calls(
    first: 10
    filter: { status: { eq: COMPLETED } }
  ) {
    nodes {
      sid
      status
      direction
      from
      to
      startTime
      duration
      recordings {
        nodes {
          sid
          duration
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
  },
  {
    query: `# Three resources of Twilio in one answer.
query MyAccount {
  account {
    friendlyName
    status
    balance {
      balance
      currency
    }
    incomingPhoneNumbers(first: 20) {
      nodes {
        sid
        phoneNumber
        friendlyName
      }
    }
  }
}
`,
  },
  {
    query: `# Sends a message; run it again with your own text.
# What Twilio refuses comes back in userErrors.
mutation SendMessage($input: MessageCreateInput!) {
  messageCreate(input: $input) {
    message {
      sid
      status
      dateCreated
    }
    userErrors {
      code
      message
      field
    }
  }
}
`,
    variables: {
      // Numbers that belong to nobody: on a live account this is refused instead of sent.
      input: { to: '+15035550126', from: '+15125550130', body: 'Hello from GraphQL' },
    },
  },
  {
    query: `# Filtered by Twilio itself, page after page:
# put endCursor into the variable \`after\`.
query SentSince($since: DateTime!, $after: String) {
  messages(
    first: 20
    after: $after
    filter: { dateSent: { gte: $since } }
  ) {
    nodes {
      sid
      from
      to
      status
      dateSent
      price
      priceUnit
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
    variables: { since: '2014-01-01T00:00:00Z', after: null },
  },
  {
    query: `# One recording, and the call that it was made of.
query OneRecording($sid: ID!) {
  recording(sid: $sid) {
    sid
    duration
    channels
    dateCreated
    call {
      sid
      from
      to
      status
    }
  }
}
`,
    variables: { sid: 'RE2e915e78549694bd0a0742d2d39454e5' },
  },
  {
    query: `# Takes the text out of a message that was sent.
mutation RedactMessage($sid: ID!) {
  messageUpdate(sid: $sid, input: { body: "" }) {
    message {
      sid
      body
      dateUpdated
    }
    userErrors {
      code
      message
      field
    }
  }
}
`,
    variables: { sid: 'SM3ad97d41e786c02bca47c8ce1745053b' },
  },
];
