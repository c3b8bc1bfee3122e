import { useDesk } from '@/components/contacts/desk';
import type { ContactView } from '@/lib/api/views';
import { due } from '@/lib/i18n/format';
import './case-lines.css';

/** Open cases of a contact: number, what it is about, and when the first reply is due. Each opens in the workspace. */
export function CaseLines({ cases }: { cases: ContactView['cases'] }) {
  const { openWorkspace } = useDesk();
  const now = Date.now();
  return (
    <ul class="case-lines">
      {cases.map(({ id, number, title, replyDueAt, repliedAt }) => (
        <li key={id}>
          <button type="button" class="case-line" onClick={() => openWorkspace(`#/cases/${id}`)}>
            <span class="num">{number}</span> <span class="one-line">{title}</span>
          </button>
          {repliedAt === null && (
            <span class={replyDueAt < now ? 'small late' : 'small quiet-text'}>{due(replyDueAt, now)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
