/** Messaging countries. */
import { entity, t } from '../../../../model/index.ts';
import { PricingMessaging } from '../messaging.ts';

export const PricingMessagingCountry = entity('PricingMessagingCountry', {
  in: PricingMessaging,
  at: 'countries',
  key: 'isoCountry',
  plural: 'messagingCountries',
  inside: ['messagingCountry', 'messagingCountries'],
  about: 'Message prices for a country, by carrier and direction.',
  fields: {
    country: t.string,
    isoCountry: t.string,
    outboundSmsPrices: t.object('OutboundSmsPrices', {
      carrier: t.string,
      mcc: t.string,
      mnc: t.string,
      prices: t.object('OutboundSmsPricesPrices', {
        basePrice: t.decimal,
        currentPrice: t.decimal,
        numberType: t.string,
      }).list,
    }).list.detail,
    inboundSmsPrices: t.object('InboundSmsPrices', {
      basePrice: t.decimal,
      currentPrice: t.decimal,
      numberType: t.string,
    }).list.detail,
    priceUnit: t.string,
    url: t.omit,
  },
  filters: {},
  fetch: true,
});
