import type { Currency } from '@/api/types';

/** Those that one can pay with today (ISO 4217), the ones that visitors of Korea mostly have first. */
export const currencies = [
  ...(['KRW', 'USD', 'EUR', 'JPY', 'CNY', 'TWD', 'HKD', 'GBP', 'AUD', 'CAD', 'SGD', 'THB', 'VND'] as const),
  ...(
    'AED AFN ALL AMD AOA ARS AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CDF CHF CLP COP CRC CUP ' +
    'CVE CZK DJF DKK DOP DZD EGP ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD ' +
    'JOD KES KGS KHR KMF KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN ' +
    'NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SHP SOS SRD SSP ' +
    'STN SYP SZL TJS TMT TND TOP TRY TTD TZS UAH UGX UYU UZS VES VUV WST XAF XCD XOF XPF YER ZAR ZMW'
  ).split(' '),
] as Currency[];

export function isCurrency(code: string | null | undefined): code is Currency {
  return currencies.some((currency) => currency === code);
}

/** Its name where the device knows it, else its code. */
export function currencyName(code: Currency, language: string): string {
  // Hermes has no DisplayNames.
  if (typeof Intl.DisplayNames === 'undefined') return code;
  return new Intl.DisplayNames([language], { type: 'currency' }).of(code) ?? code;
}
