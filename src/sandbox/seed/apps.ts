/** The seed's keys, connect apps and short codes. */
import { ACCOUNT, type SeedBuilder } from './builder.ts';

/** Real short codes start at 20000, so nobody can own these two. */
const SHORT_CODES = ['15550', '15551'];

export const addApps = (seed: SeedBuilder): void => {
  const ago = (days: number) => seed.daysAgo(days);
  for (const [i, friendlyName] of ['Website', 'Reporting', 'Night shift'].entries())
    seed.add('Key', [ACCOUNT], { sid: seed.sid('SK'), friendlyName, dateCreated: ago(150 - 40 * i) });
  for (const [i, friendlyName] of ['Browser phones', 'Mobile app'].entries())
    seed.add('SigningKey', [ACCOUNT], { sid: seed.sid('SK'), friendlyName, dateCreated: ago(130 - 50 * i) });

  const own = seed.sid('CN');
  const visits = { friendlyName: 'Visits', description: 'Plans visits by text message.' };
  seed.add('ConnectApp', [ACCOUNT], {
    ...{ sid: own, ...visits, companyName: 'Example Repairs Inc.', permissions: ['get-all', 'post-all'] },
    ...{ homepageUrl: 'https://example.com/visits', authorizeRedirectUrl: 'https://example.com/visits/welcome' },
    ...{ deauthorizeCallbackUrl: 'https://example.com/visits/goodbye', dateCreated: ago(110) },
  });
  seed.add('ConnectApp', [ACCOUNT], {
    ...{ sid: seed.sid('CN'), friendlyName: 'Call statistics', companyName: 'Example Repairs Inc.' },
    ...{ description: 'Counts calls.', homepageUrl: 'https://example.com/statistics', permissions: ['get-all'] },
    ...{ authorizeRedirectUrl: 'https://example.com/statistics/welcome', dateCreated: ago(75) },
  });
  seed.add('AuthorizedConnectApp', [ACCOUNT], {
    ...{ connectAppSid: own, connectAppFriendlyName: visits.friendlyName, connectAppDescription: visits.description },
    ...{ connectAppCompanyName: 'Example Repairs Inc.', connectAppHomepageUrl: 'https://example.com/visits' },
    ...{ permissions: ['get-all', 'post-all'], dateCreated: ago(105) },
  });
  seed.add('AuthorizedConnectApp', [ACCOUNT], {
    ...{ connectAppSid: seed.sid('CN'), connectAppFriendlyName: 'Ledger' },
    ...{ connectAppDescription: 'Reads what calls and texts cost.', connectAppCompanyName: 'Example Books Ltd.' },
    ...{ connectAppHomepageUrl: 'https://example.com/ledger', permissions: ['get-all'], dateCreated: ago(60) },
  });

  for (const [i, shortCode] of SHORT_CODES.entries())
    seed.add('ShortCode', [ACCOUNT], {
      ...{ sid: seed.sid('SC'), shortCode, friendlyName: i === 0 ? 'Raffle' : shortCode },
      ...{ smsUrl: 'https://example.com/sms', dateCreated: ago(95 - 30 * i) },
    });
};
