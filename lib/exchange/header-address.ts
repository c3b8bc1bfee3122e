import type { AddressPart, Meaning } from './mapping';

/** The words that say of which place an address is, in front or behind. */
const PLACE =
  'business|home|work|other|mailing|billing|shipping|primary|office|privat|dienstlich|商务|商務|住宅|住家|家庭|家|工作|单位|公司|其他|其它|邮寄|账单';
const PARTS: readonly [RegExp, AddressPart][] = [
  [/^(?:street|street address|straße|strasse|街道|街)(?: 1)?$/, 'street'],
  [/^(?:street|街道|address|adresse|地址) ?(?:2|3)$|^address line 2$/, 'extended'],
  [/^(?:city|town|ort|stadt|城市|市\/县|市|县市|所在城市)$/, 'city'],
  [
    /^(?:state|province|region|county|state\/region|bundesland|省\/市\/自治区|省\/市|省份?|州|州\/省|縣\/市)$/,
    'region',
  ],
  [/^(?:postal ?code|zip ?code|zip|postcode|plz|邮政编码|邮编|郵遞區號)$/, 'code'],
  [/^(?:country|country\/region|land|国家\/地区|國家\/地區|国家|國家)$/, 'country'],
  [/^(?:address )?(?:po box|邮政信箱|郵政信箱|邮箱)$/, 'box'],
  [/^(?:postal |mailing |street )?(?:address|adresse)$|^(?:通讯地址|通訊地址|地址|住址|anschrift)$/, 'whole'],
];
const WITH_PLACE = new RegExp(`^(${PLACE}) ?(.+)$`);

/** Place and part of a heading of an address (see `plainHeader`): `business street`, `商务地址 市/县`. */
export function addressPart(name: string): { place: string; part: AddressPart } | null {
  const bare = PARTS.find(([pattern]) => pattern.test(name));
  if (bare) return { place: '', part: bare[1] };
  const [, place = '', rest = ''] = WITH_PLACE.exec(name) ?? [];
  // `商务地址 街道` is a street of the business address, `home address 2` the second line of the address at home.
  const words = rest && [rest, rest.replace(/^(?:address |地址 ?|所在)/, '')];
  const part = words && PARTS.find(([pattern]) => words.some((one) => pattern.test(one)));
  return part ? { place, part: part[1] } : null;
}

/**
 * Makes addresses of their columns. Without a street a city and a country are facts of their own; where the same headings come twice
 * (Thunderbird in Chinese) the first are of home and the second of work.
 */
export function settleAddresses(
  names: readonly string[],
  parts: readonly ({ place: string; part: AddressPart } | null)[],
): (Meaning | null)[] {
  const seen = new Map<string, number>();
  const twice = new Set<string>();
  const turn = parts.map((one, column) => {
    if (!one) return 0;
    const name = names[column]!;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    if (count > 1) twice.add(one.place);
    return count;
  });
  return parts.map((one, column): Meaning | null => {
    if (!one) return null;
    const beside = parts.filter((other) => other && other.place === one.place).map((other) => other!.part);
    const street = beside.some((part) => part === 'street' || part === 'whole');
    const structured = beside.some((part) => part === 'city' || part === 'code' || part === 'extended');
    if (one.place === '' && !street) return lonely(one.part);
    const part = one.part === 'whole' && structured && !beside.includes('street') ? 'street' : one.part;
    if (!twice.has(one.place)) return { is: 'address', place: one.place, part, ...labelled(one.place) };
    const place = turn[column] === 1 ? 'home' : 'work';
    return { is: 'address', place, part, label: place };
  });
}

function labelled(place: string): { label?: string } {
  return place ? { label: place } : {};
}

function lonely(part: AddressPart): Meaning | null {
  if (part === 'city' || part === 'country') return { is: 'fact', field: part };
  if (part === 'region') return { is: 'fact', field: 'region' };
  return part === 'code' ? { is: 'fact', field: 'postal code' } : null;
}
