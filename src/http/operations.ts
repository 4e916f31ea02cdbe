/** The operations that GraphiQL opens with, one in each tab: tasks that a Twilio user has. */

export interface ReadyOperation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Only opened in the sandbox, where nothing costs money. */
  readonly sandboxOnly?: boolean;
}

export type Mode = 'sandbox' | 'live';

export const operationsFor = (mode: Mode): readonly ReadyOperation[] =>
  operations.filter(({ sandboxOnly }) => mode === 'sandbox' || !sandboxOnly);

export const operations: readonly ReadyOperation[] = [
  {
    query: `# The latest calls and their recordings.
# Ctrl-Enter runs it.
query RecentCalls {
  calls(first: 10) {
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
          mediaUrl
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
    query: `# All traffic of one number: messages and calls, in and out.
query NumberTraffic($number: String!) {
  sent: messages(first: 10, filter: { from: { eq: $number } }) {
    nodes {
      sid
      to
      status
      dateSent
    }
  }
  received: messages(first: 10, filter: { to: { eq: $number } }) {
    nodes {
      sid
      from
      status
      dateSent
    }
  }
  outgoingCalls: calls(first: 10, filter: { from: { eq: $number } }) {
    nodes {
      sid
      to
      status
      duration
    }
  }
  incomingCalls: calls(first: 10, filter: { to: { eq: $number } }) {
    nodes {
      sid
      from
      status
      duration
    }
  }
}
`,
    variables: { number: '+15125550130' },
  },
  {
    query: `# What this month cost until now, by category.
# Categories contain each other: "totalprice" is the sum.
query SpendThisMonth {
  usageRecordsThisMonth(first: 1000, filter: { price: { gt: "0" } }) {
    nodes {
      category
      description
      usage
      usageUnit
      price
      priceUnit
    }
  }
}
`,
  },
  {
    query: `# Messages that failed, and why.
# Twilio cannot filter by status: this reads pages of messages until it has found enough.
query FailedMessages {
  messages(first: 10, filter: { status: { in: [FAILED, UNDELIVERED] } }) {
    nodes {
      sid
      from
      to
      dateSent
      status
      errorCode
      errorMessage
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
    query: `# The price of an operation in upstream calls. Nothing runs but rateLimit.
# Remove dryRun to run all of it.
query PriceAQuery {
  rateLimit(dryRun: true) {
    cost
    limit
    remaining
  }
  calls(first: 50) {
    nodes {
      sid
      recordings {
        nodes {
          sid
        }
      }
    }
  }
}
`,
  },
  {
    query: `# Sends a message in the sandbox.
# Mistakes that you can correct are in userErrors.
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
      input: { to: '+15035550126', from: '+15125550130', body: 'Hello from GraphQL' },
    },
    sandboxOnly: true,
  },
  {
    query: `# Removes the text of a message that was sent. It cannot be restored.
mutation BlankMessage($sid: ID!) {
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
