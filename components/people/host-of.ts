/** Host of a page, as the source of what was read there. */
export function hostOf(origin: string | null): string {
  return origin ? origin.replace(/^https?:\/\//, '') : '';
}
