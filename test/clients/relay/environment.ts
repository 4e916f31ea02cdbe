/** Relay: its network and its store. */
import { Environment, Network, RecordSource, Store } from 'relay-runtime';

export const createEnvironment = (url: string) =>
  new Environment({
    network: Network.create(async ({ text }, variables) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables }),
      });
      return response.json();
    }),
    store: new Store(new RecordSource()),
  });
