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
    country: t.string.about('English name of the country.'),
    isoCountry: t.string,
    outboundSmsPrices: t
      .object('OutboundSmsPrices', {
        carrier: t.string,
        mcc: t.string.about('Mobile country code: three digits for the country of the network.'),
        mnc: t.string.about('Mobile network code: two or three digits for the network in its country.'),
        prices: t
          .object('OutboundSmsPricesPrices', {
            basePrice: t.decimal.about('List price of a message segment in `priceUnit`.'),
            currentPrice: t.decimal.about('Your price of a message segment in `priceUnit`, with discounts.'),
            numberType: t.string.about('Type of the sender, such as `local`, `mobile`, `shortcode` or `toll-free`.'),
          })
          .list.about('Prices by type of the sender.'),
      })
      .list.detail.about('Prices of sending, by carrier.'),
    inboundSmsPrices: t
      .object('InboundSmsPrices', {
        basePrice: t.decimal.about('List price of a message segment in `priceUnit`.'),
        currentPrice: t.decimal.about('Your price of a message segment in `priceUnit`, with discounts.'),
        numberType: t.string.about('Type of your number, such as `local`, `mobile`, `shortcode` or `toll-free`.'),
      })
      .list.detail.about('Prices of receiving, by type of your number.'),
    priceUnit: t.string,
    url: t.omit,
  },
  filters: {},
  fetch: true,
});
