/** The seed's keys, connect apps and short codes. */
import { ACCOUNT, type Planter } from './plant.ts';

/** Short codes begin at 20000: these two can belong to nobody. */
const SHORT_CODES = ['15550', '15551'];

export const layApps = (planter: Planter): void => {
  const ago = (days: number) => planter.daysAgo(days);
  for (const [i, friendlyName] of ['Website', 'Reporting', 'Night shift'].entries())
    planter.lay('Key', [ACCOUNT], { sid: planter.sid('SK'), friendlyName, dateCreated: ago(150 - 40 * i) });
  for (const [i, friendlyName] of ['Browser phones', 'Mobile app'].entries())
    planter.lay('SigningKey', [ACCOUNT], { sid: planter.sid('SK'), friendlyName, dateCreated: ago(130 - 50 * i) });

  const own = planter.sid('CN');
  const visits = { friendlyName: 'Visits', description: 'Plans visits by text message.' };
  planter.lay('ConnectApp', [ACCOUNT], {
    ...{ sid: own, ...visits, companyName: 'Example Repairs Inc.', permissions: ['get-all', 'post-all'] },
    ...{ homepageUrl: 'https://example.com/visits', authorizeRedirectUrl: 'https://example.com/visits/welcome' },
    ...{ deauthorizeCallbackUrl: 'https://example.com/visits/goodbye', dateCreated: ago(110) },
  });
  planter.lay('ConnectApp', [ACCOUNT], {
    ...{ sid: planter.sid('CN'), friendlyName: 'Call statistics', companyName: 'Example Repairs Inc.' },
    ...{ description: 'Counts calls.', homepageUrl: 'https://example.com/statistics', permissions: ['get-all'] },
    ...{ authorizeRedirectUrl: 'https://example.com/statistics/welcome', dateCreated: ago(75) },
  });
  planter.lay('AuthorizedConnectApp', [ACCOUNT], {
    ...{ connectAppSid: own, connectAppFriendlyName: visits.friendlyName, connectAppDescription: visits.description },
    ...{ connectAppCompanyName: 'Example Repairs Inc.', connectAppHomepageUrl: 'https://example.com/visits' },
    ...{ permissions: ['get-all', 'post-all'], dateCreated: ago(105) },
  });
  planter.lay('AuthorizedConnectApp', [ACCOUNT], {
    ...{ connectAppSid: planter.sid('CN'), connectAppFriendlyName: 'Ledger' },
    ...{ connectAppDescription: 'Reads what calls and texts cost.', connectAppCompanyName: 'Example Books Ltd.' },
    ...{ connectAppHomepageUrl: 'https://example.com/ledger', permissions: ['get-all'], dateCreated: ago(60) },
  });

  for (const [i, shortCode] of SHORT_CODES.entries())
    planter.lay('ShortCode', [ACCOUNT], {
      ...{ sid: planter.sid('SC'), shortCode, friendlyName: i === 0 ? 'Raffle' : shortCode },
      ...{ smsUrl: 'https://example.com/sms', dateCreated: ago(95 - 30 * i) },
    });
};
