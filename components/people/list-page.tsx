import { FindContact } from '@/components/contacts/find-contact';
import { isReadByRule } from '@/components/teach/by-rule';
import { TeachButton } from '@/components/teach/teach-button';
import { Row, Section } from '@/components/ui/sheet';
import type { TabView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { knownPeople } from './known-people';
import { PanelFoot } from './panel-foot';
import { PageHead } from './person-head';
import { personName } from './person-words';
import { unknownPeople, WhoMatters } from './who-matters';
import './people.css';

interface ListPageProps {
  view: TabView;
  onChoose(person: string): void;
  onOpen(contactId: string): void;
  onAdded(contactIds: string[]): void;
}

/** A list of mails or people: whom of them the user knows, and who matters of the others. */
export function ListPage({ view, onChoose, onOpen, onAdded }: ListPageProps) {
  const known = knownPeople(view.people);
  const line = known.length > 0 ? 'open_a_mail' : 'nobody_line';
  const unknown = unknownPeople(view.people);
  return (
    <>
      {unknown.length > 0 ? (
        <WhoMatters view={view} people={unknown} onAdded={onAdded} />
      ) : (
        <>
          <PageHead
            title={known.length > 0 ? t('unfolded.all_known') : t('unfolded.nobody_title')}
            line={view.network ? t(`unfolded.${line}_network`) : t(`unfolded.${line}`)}
          />
          <Row class="person-find">
            <FindContact onFound={(hit) => onOpen(hit.id)} />
          </Row>
        </>
      )}
      {known.length > 0 && (
        <Section label={t('unfolded.known_here')} class="ruled">
          <ul>
            {known.map((person, index) => (
              <li key={person.key}>
                <Row class="pick-row" gutter={index === 0 ? t('unfolded.known') : null}>
                  <button type="button" class="pick" onClick={() => onChoose(person.key)}>
                    <span class="name pick-name one-line">{personName(person)}</span>
                    <span class="small quiet-text one-line">{person.company ?? person.address}</span>
                  </button>
                </Row>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {isReadByRule(view) && (
        <PanelFoot>
          <TeachButton />
        </PanelFoot>
      )}
    </>
  );
}
