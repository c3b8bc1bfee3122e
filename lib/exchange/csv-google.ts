import type { AddressPart, Meaning } from './mapping';

const NUMBERED = /^(.+?) (\d+) - (.+)$/;
const ADDRESS: Readonly<Record<string, AddressPart>> = {
  formatted: 'whole',
  street: 'street',
  'extended address': 'extended',
  'po box': 'box',
  city: 'city',
  region: 'region',
  'postal code': 'code',
  country: 'country',
};
const ORGANIZATION: Readonly<Record<string, string>> = {
  name: 'company',
  title: 'title',
  department: 'department',
};
const PLAIN: Readonly<Record<string, Meaning>> = {
  'organization name': { is: 'fact', field: 'company' },
  'additional name': { is: 'part', part: 'middle' },
  'group membership': { is: 'tags' },
  labels: { is: 'tags' },
};

/**
 * Columns of Google's contacts, by the current header (`E-mail 1 - Label`) and the older one (`E-mail 1 - Type`): numbered
 * values with their label in a column beside. Null for a heading that is read as in any other table.
 */
export function googleMeaning(header: readonly string[], column: number): Meaning | null | undefined {
  const name = header[column]!;
  const plain = PLAIN[name.toLowerCase()];
  if (plain) return plain;
  const [, family = '', number = '', part = ''] = NUMBERED.exec(name) ?? [];
  if (!family) return undefined;
  const beside = (...parts: string[]) => {
    const found = header.findIndex((one) =>
      parts.some((word) => one.toLowerCase() === `${family} ${number} - ${word}`.toLowerCase()),
    );
    return found < 0 ? {} : { labelAt: found };
  };
  const label = beside('label', 'type');
  const service = beside('service').labelAt;
  const isValue = part.toLowerCase() === 'value';
  if (/^(?:label|type|service)$/i.test(part) && family.toLowerCase() !== 'organization')
    return { is: 'label' };
  switch (family.toLowerCase()) {
    case 'e-mail':
      return isValue ? { is: 'point', kind: 'email', ...label } : null;
    case 'phone':
      return isValue ? { is: 'point', kind: 'phone', ...label } : null;
    case 'website':
      return isValue ? { is: 'page', ...label } : null;
    case 'im':
      return isValue
        ? { is: 'messenger', ...label, ...(service === undefined ? {} : { serviceAt: service }) }
        : null;
    case 'event':
      return isValue ? { is: 'date', kind: 'other', ...label } : null;
    case 'relation':
    case 'custom field':
      return isValue
        ? { is: 'fact', field: family.toLowerCase() === 'relation' ? 'relation' : 'custom', ...label }
        : null;
    case 'organization': {
      const field = ORGANIZATION[part.toLowerCase()];
      return field ? { is: 'fact', field } : null;
    }
    case 'address': {
      const own = ADDRESS[part.toLowerCase()];
      return own ? { is: 'address', place: `address ${number}`, part: own, ...label } : null;
    }
    default:
      return null;
  }
}
