/** Reading of what somebody else's program wrote: nothing is where it should be until it was looked at. */

export type Loose = Readonly<Record<string, unknown>>;

/** An object, or an empty one. */
export function objectOf(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Values of a list, or of an object in its own order. */
export function valuesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : Object.values(objectOf(value));
}

/** A text or a number as text; else empty. */
export function textOf(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? value : '';
}

/** A number, also one that was written as text; null where it is none. */
export function numberOf(value: unknown): number | null {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : null;
}
