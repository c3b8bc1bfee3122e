/** Every currency that the browser knows, the usual ones first. */
export function currencies(first: string): string[] {
  return [
    ...new Set([
      first,
      'EUR',
      'USD',
      'GBP',
      'CNY',
      'TWD',
      'HKD',
      'JPY',
      ...Intl.supportedValuesOf('currency'),
    ]),
  ];
}
