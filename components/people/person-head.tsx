import { Moon } from '@/components/ui/moon';
import { Row } from '@/components/ui/sheet';
import '@/components/contacts/contact-head.css';

interface PersonHeadProps {
  name: string;
  /** One line on who they are to the user. */
  line: string;
  note?: string | null;
  /** Something is wrong with this person: a name that pretends to be somebody else. */
  warning?: string | null;
}

/** Head of somebody who is no contact: the moon is dashed. */
export function PersonHead({ name, line, note, warning }: PersonHeadProps) {
  return (
    <Row class="contact-head" gutter={<Moon phase="unknown" size={20} />}>
      <div class="contact-name">
        <h1 class="name one-line" title={name}>
          {name}
        </h1>
      </div>
      <p>{line}</p>
      {note && (
        <p class="note quiet-text one-line" title={note}>
          {note}
        </p>
      )}
      {warning && (
        <p class="small late" role="alert">
          {warning}
        </p>
      )}
    </Row>
  );
}

/** Head of a page without a person: words, not a name. */
export function PageHead({ title, line }: { title: string; line: string }) {
  return (
    <Row class="contact-head" gutter={<Moon phase="unknown" size={20} />}>
      <h1 class="page-title">{title}</h1>
      <p class="page-line">{line}</p>
    </Row>
  );
}
