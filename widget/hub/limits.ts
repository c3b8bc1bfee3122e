/** How many a minute; so many may also come at once. */
export interface Rates {
  address: number;
  form: number;
  all: number;
}

export const RATES: Rates = { address: 120, form: 3_000, all: 12_000 };

/** So many addresses and forms are remembered; the one that was quiet longest is forgotten first. */
const REMEMBERED = 20_000;

/** Token buckets, in memory: a restart forgives. */
export class Limits {
  readonly rates: Rates;
  readonly #buckets = new Map<string, { left: number; at: number }>();
  constructor(rates: Partial<Rates> = {}) {
    this.rates = { ...RATES, ...rates };
  }

  /** Takes one from the bucket. @returns 0 when there was one, else the whole seconds after which there is */
  spend(kind: keyof Rates, name: string, now: number): number {
    const most = this.rates[kind];
    const key = `${kind} ${name}`;
    const bucket = this.#buckets.get(key) ?? { left: most, at: now };
    const left = Math.min(most, bucket.left + (Math.max(0, now - bucket.at) * most) / 60_000);
    const spent = left >= 1;
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: spent ? left - 1 : left, at: now });
    if (this.#buckets.size > REMEMBERED) {
      for (const [oldest] of this.#buckets) {
        this.#buckets.delete(oldest);
        break;
      }
    }
    return spent ? 0 : Math.max(1, Math.ceil(((1 - left) * 60) / most));
  }

  get size(): number {
    return this.#buckets.size;
  }
}

/** IPv6 by its first 64 bits: one customer line has all addresses below them. An IPv4 address in IPv6 clothes is itself. */
export function limitedAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const front = head ? head.split(':') : [];
  const back = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(zeros).fill('0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::`;
}
