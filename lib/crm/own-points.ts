/**
 * The address without what stands behind a plus in it (the detail of RFC 5233): mail to either comes to the same person. Any other
 * contact point stays as it is.
 */
const withoutDetail = (key: string): string => key.replace(/^([^+@]+)\+[^@]*(?=@)/, '$1');

/** Whether a contact point is one of the user's: one of these keys, or such an address with something behind a plus. */
export function isOwnPoint(own: ReadonlySet<string>, key: string): boolean {
  return own.has(key) || own.has(withoutDetail(key));
}
