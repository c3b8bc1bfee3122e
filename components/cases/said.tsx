import { useCommand } from '@/components/contacts/command';
import { TextArea } from '@/components/ui/text-area';
import type { CaseView } from '@/lib/api/survey-views';
import { useKeptText } from './use-kept-text';

interface SaidProps {
  of: CaseView;
  field: 'text' | 'expectation' | 'cause';
  label: string;
  hint?: string;
}

/** Words about a case, kept when the field is left: nothing is lost that was written, and nothing is asked. */
export function Said({ of, field, label, hint }: SaidProps) {
  const [text, setText] = useKeptText(of[field]);
  const { run, error } = useCommand();
  const keep = () => {
    if (text.trim() !== of[field]) void run('cases.edit', { id: of.id, [field]: text.trim() });
  };
  return (
    <TextArea
      label={label}
      {...(hint ? { hint } : {})}
      error={error}
      value={text}
      maxLength={5000}
      onInput={setText}
      onBlur={keep}
    />
  );
}
