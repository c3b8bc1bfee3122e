/**
 * How the language of the form writes a moment; English where the browser knows no such language, for a form that was brought in may
 * name anything, and nobody is to be kept from the next question by it.
 */
export function momentIn(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(lang, options);
  } catch {
    return new Intl.DateTimeFormat('en', options);
  }
}
