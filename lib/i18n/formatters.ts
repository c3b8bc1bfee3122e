/** Formatters of the browser, each made once: making one takes hundreds of times as long as using it, and a list asks for one a row. */

function keeper<F, O>(make: (locale: string, options: O) => F): (locale: string, options: O) => F {
  const kept = new Map<string, F>();
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const known = kept.get(key);
    if (known) return known;
    const made = make(locale, options);
    kept.set(key, made);
    return made;
  };
}

const ofDates = keeper(
  (locale, { options }: { options: Intl.DateTimeFormatOptions; offset: number }) =>
    new Intl.DateTimeFormat(locale, options),
);

/** One that writes moments as the wall shows them here, where no zone is given: who travels has others made. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return ofDates(locale, { options, offset: new Date().getTimezoneOffset() });
}

export const numberFormat = keeper(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);

export const listFormat = keeper(
  (locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options),
);

export const pluralRules = keeper(
  (locale, options: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options),
);
