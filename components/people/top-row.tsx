import { ArrowLeft, ArrowRightFromLine, Search } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Button, IconButton } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import type { TabPerson } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { personName } from './person-words';
import { shortNames } from './short-name';
import './top-row.css';

/** So many names fit beside the icons; the others stand in a menu. */
const AT_ONCE = 2;

interface TopRowProps {
  /** People of the thread, the main one first; none on a list. */
  people: readonly TabPerson[];
  /** Key of the person shown; null when the page itself is shown. */
  shown: string | null;
  /** The page has a view of its own (a list, nobody), to which one can come back. */
  page: boolean;
  /** A contact was looked up: the way back to the page. */
  onBack: (() => void) | null;
  finding: boolean;
  /** The panel stands at a page's edge and can fold away. */
  foldable: boolean;
  /** Beside the sign that folds. */
  corner?: ComponentChildren;
  onChoose(person: string | null): void;
  onFind(): void;
  onFold(): void;
}

/** Whom the panel is about, the others of the thread, find, and fold. */
export function TopRow(props: TopRowProps) {
  const { people, shown, page, finding, foldable, onBack, corner, onChoose, onFind, onFold } = props;
  const inSight = people.slice(0, AT_ONCE);
  const current = people.find((person) => person.key === shown);
  if (current && !inSight.includes(current)) inSight.splice(AT_ONCE - 1, 1, current);
  const others = people.filter((person) => !inSight.includes(person));
  const names = shortNames(inSight.map(personName));
  return (
    <header class="top-row">
      <nav aria-label={t('panel.people_here')}>
        {onBack && (
          <Button kind="bare" icon={ArrowLeft} class="top-back" onClick={onBack}>
            {t('common.back')}
          </Button>
        )}
        {page && (
          <button
            type="button"
            class={shown === null && !onBack ? 'top-tab current' : 'top-tab'}
            aria-current={shown === null && !onBack ? 'true' : undefined}
            onClick={() => onChoose(null)}
          >
            {t('panel.this_page')}
          </button>
        )}
        {inSight.map((person, index) => (
          <button
            key={person.key}
            type="button"
            class={person.key === shown ? 'top-tab current' : 'top-tab'}
            aria-current={person.key === shown ? 'true' : undefined}
            title={personName(person)}
            onClick={() => onChoose(person.key)}
          >
            <span class="one-line">{names[index]}</span>
          </button>
        ))}
        {others.length > 0 && (
          <Menu
            label={t('panel.people_more', { count: others.length })}
            items={others.map((person) => ({
              id: person.key,
              label: personName(person),
              run: () => onChoose(person.key),
            }))}
          />
        )}
      </nav>
      <IconButton
        icon={Search}
        label={t('common.find')}
        aria-expanded={finding}
        aria-keyshortcuts="/"
        onClick={onFind}
      />
      {corner}
      {foldable && (
        <IconButton
          icon={ArrowRightFromLine}
          label={t('panel.fold')}
          aria-keyshortcuts="Alt+Shift+S"
          onClick={onFold}
        />
      )}
    </header>
  );
}
