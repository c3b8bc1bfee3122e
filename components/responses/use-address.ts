import { useQuery } from '@/components/query/use-query';
import type { ResponseView } from '@/lib/api/survey-views';

/** Where who answered can be written to: the contact's first mail address, else what the answer says. Null while nobody knows. */
export function useAddress(of: ResponseView): string | null {
  const contact = useQuery('contacts.view', of.contactId === null ? null : { id: of.contactId, timeline: 0 });
  const known = contact.value?.points.find((point) => point.kind === 'email')?.value;
  return known ?? of.who.email ?? askedFor(of);
}

function askedFor({ questions, values }: ResponseView): string | null {
  const question = questions.find(({ type }) => type === 'email');
  const value = question && values[question.id];
  return typeof value === 'string' && value.includes('@') ? value : null;
}
