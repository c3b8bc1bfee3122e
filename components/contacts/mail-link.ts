import { wholeText } from '@/lib/crm/whole-text';

/** Link to a draft in the mail program, as `mailto:`. Whatever stands in subject and body stays in them. */
export function mailTo(address: string, subject: string, body: string): string {
  const part = (text: string) => encodeURIComponent(wholeText(text));
  // An at sign may stand as it is, and some programs do not read it otherwise.
  return `mailto:${part(address).replaceAll('%40', '@')}?subject=${part(subject)}&body=${part(body)}`;
}
