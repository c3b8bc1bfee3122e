import type { NextRow, ProductRow, ProductsView } from '@/lib/api/insights-views';
import { dayNumber } from '@/lib/crm/calendar';
import { minorRate } from '@/lib/crm/rates';
import { FEWEST_FOLLOWED, nextBought, productFigures, type Sale } from '@/lib/insight/books/products';
import { todayAt } from '@/lib/insight/today';
import { fold } from '../fold';
import { identitiesOf, rootFinder } from '../lookups';
import { settingsOf } from '../settings';
import { type At, type Books, figure, type Whom } from './insights-books';
import { type Buyer, buyersOf, currencyOf, fewerThan } from './insights-buyers';

const LISTED = 50;
const PAIRS = 20;

/** What was bought, by whom again, what was complained of, and what was bought next. */
export function productsView(ctx: At, whom: Whom): Promise<ProductsView> {
  return figure(ctx, 'products', whom, async (books): Promise<ProductsView> => {
    const buyers = buyersOf(books);
    const { sales, names, unnamed } = await salesOf(books, buyers);
    const figures = productFigures(sales);
    const lacking = fewerThan(1, 'customers', figures.length);
    if (lacking) return lacking;
    const listed = figures.slice(0, LISTED);
    const complaints = await complaintsOf(
      books,
      listed.map(({ product }) => product),
    );
    const { followed, pairs } = nextBought(sales);
    const nameOf = (product: string) => names.get(product) ?? product;
    return {
      missing: null,
      ...currencyOf(books, buyers),
      products: listed.map(
        (row): ProductRow => ({
          ...row,
          name: nameOf(row.product),
          complaints: complaints.get(row.product) ?? 0,
        }),
      ),
      total: figures.length,
      unnamed,
      next: fewerThan(FEWEST_FOLLOWED, 'followed', followed) ?? {
        missing: null,
        followed,
        pairs: pairs.slice(0, PAIRS).map(
          (pair): NextRow => ({
            ...pair,
            fromName: nameOf(pair.from),
            toName: nameOf(pair.to),
            candidates: pair.candidates.length,
          }),
        ),
      },
    };
  });
}

/** Customers who bought a product, or who bought one and not yet the other. */
export async function productMembers(books: Books, has: string, lacks: string | null): Promise<string[]> {
  const { sales } = await salesOf(books, buyersOf(books));
  const of = (product: string) =>
    new Set(sales.flatMap((sale) => (sale.product === product ? [sale.who] : [])));
  const not = lacks === null ? new Set<string>() : of(lacks);
  return [...of(has)].filter((id) => !not.has(id));
}

/** Purchases with what was bought: their subject, told apart without case and accents. */
async function salesOf({ db, zone, today }: Books, buyers: readonly Buyer[]) {
  const ids = buyers.map(({ id }) => id);
  const { dayAt } = todayAt(0, zone);
  const [settings, identities] = await Promise.all([
    settingsOf(db),
    db.transaction('r', db.contacts, async () => identitiesOf(db, ids)),
  ]);
  const rootOf = new Map([...identities].flatMap(([root, own]) => own.map((id) => [id, root] as const)));
  const ranges = [...rootOf.keys()]
    .sort()
    .map((id): [string, string] => [`${id}|purchase|`, `${id}|purchase~`]);
  const rows =
    ranges.length === 0 ? [] : await db.activities.where('k.typed').inAnyRange(ranges).distinct().toArray();
  const names = new Map<string, string>();
  const sales: Sale[] = [];
  let unnamed = 0;
  for (const { body } of rows) {
    const day = dayNumber(dayAt(body.at));
    if (body.type !== 'purchase' || day > today) continue;
    const product = fold(body.subject.trim());
    if (product === '') {
      unnamed += 1;
      continue;
    }
    names.set(product, body.subject.trim());
    const rate = body.amount ? minorRate(body.amount.currency, settings) : Number.NaN;
    const amount = body.amount && !Number.isNaN(rate) ? body.amount.minor * rate : null;
    const people = new Set(body.participants.flatMap(({ contactId }) => rootOf.get(contactId) ?? []));
    for (const who of people) sales.push({ id: body.id, who, day, product, amount });
  }
  return { sales, names, unnamed };
}

/** Complaints of those who count in whose title, words or cause a product is named, by product. */
async function complaintsOf({ db, events, people }: Books, products: string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const named = products.map((product) => [product, namedIn(product)] as const);
  const counting = new Set(people.map((at) => events.ids[at]));
  await db.transaction('r', [db.contacts, db.cases], async () => {
    const root = await rootFinder(db);
    await db.cases.each(({ body }) => {
      if (body.kind !== 'complaint' || body.deletedAt !== null) return;
      if (!body.contactIds.some((id) => counting.has(root(id)))) return;
      const words = fold(`${body.title}\n${body.text}\n${body.cause}`);
      for (const [product, isNamed] of named) {
        if (isNamed(words)) counts.set(product, (counts.get(product) ?? 0) + 1);
      }
    });
  });
  return counts;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LETTER = /[\p{L}\p{N}]/u;

/** Whether words name a product: a short name is not found inside of another word, where the script parts words at all. */
function namedIn(product: string): (words: string) => boolean {
  if (UNSPACED.test(product)) return (words) => words.includes(product);
  const isEdge = (letter: string | undefined) => letter === undefined || !LETTER.test(letter);
  return (words) => {
    for (let at = words.indexOf(product); at >= 0; at = words.indexOf(product, at + 1)) {
      if (isEdge(words[at - 1]) && isEdge(words[at + product.length])) return true;
    }
    return false;
  };
}
