import type { PointKind } from '@/lib/crm/contacts';

/** What the rows of a table are about. */
export type TableOf = 'people' | 'companies' | 'purchases' | 'deals' | 'tickets' | 'activities';

/** `labelAt`: number of the column that holds the label or service of this one, from 0. */
interface Labelled {
  label?: string;
  labelAt?: number;
}

export type NamePart = 'prefix' | 'given' | 'middle' | 'family' | 'suffix';
export type AddressPart = 'box' | 'extended' | 'street' | 'city' | 'region' | 'code' | 'country' | 'whole';
export type DateOrder = 'dmy' | 'mdy' | 'ymd';
export type EventPart =
  | 'id'
  | 'type'
  | 'date'
  | 'time'
  | 'closed'
  | 'amount'
  | 'currency'
  | 'subject'
  | 'text'
  | 'stage'
  | 'reason'
  | 'direction'
  | 'minutes'
  | 'warranty';

/** What one column holds, as plain data: it is remembered for the header and may be changed by the user. */
export type Meaning =
  | { is: 'note' | 'tags' }
  /** `doubtful`: of some programs the whole name, of others a title; it is the name when it has its parts. */
  | { is: 'name'; doubtful?: boolean }
  /** The label of the column that names it in `labelAt`. */
  | { is: 'label' }
  /** Filled in by the program; only what is no default is kept. */
  | { is: 'silent' }
  | ({ is: 'point'; kind: PointKind } & Labelled)
  | ({ is: 'page' } & Labelled)
  /** `serviceAt`: the column that names the service; without it the label does. */
  | ({ is: 'messenger'; serviceAt?: number } & Labelled)
  | { is: 'part'; part: NamePart }
  | ({ is: 'fact'; field: string } & Labelled)
  | ({
      is: 'date';
      kind: 'birthday' | 'anniversary' | 'contract' | 'renewal' | 'warranty' | 'other';
      order?: DateOrder;
    } & Labelled)
  | { is: 'dateOf'; kind: 'birthday' | 'anniversary'; part: 'year' | 'month' | 'day' }
  /** Columns with the same `place` are one address. */
  | ({ is: 'address'; place: string; part: AddressPart } & Labelled)
  /** The person's or company's number in the program that wrote the file. */
  | { is: 'external'; system: string }
  /** Whom or which company a deal, ticket or activity is of: names, `Name (address)`, numbers; several with `;` between. */
  | { is: 'whom' | 'whomIds'; system: string }
  | { is: 'refuses'; channel: 'mail' | 'phone' | 'message' }
  | { is: 'event'; part: EventPart; order?: DateOrder };

/** How the columns of one header are read. `columns` has an entry for each column; null: no field, the value is kept. */
export interface Mapping {
  /** See `fingerprintOf`. */
  fingerprint: string;
  of: TableOf;
  columns: (Meaning | null)[];
  /** ISO 4217, for amounts that name none. */
  currency?: string;
}
