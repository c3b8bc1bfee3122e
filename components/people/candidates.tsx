import { useState } from 'preact/hooks';
import { perform } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { FindContact } from '@/components/contacts/find-contact';
import { isReadByRule } from '@/components/teach/by-rule';
import { TeachButton } from '@/components/teach/teach-button';
import { Button } from '@/components/ui/button';
import { Row, Section } from '@/components/ui/sheet';
import type { TabPerson, TabView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { PanelFoot } from './panel-foot';
import { PersonHead } from './person-head';
import { personName, pointText, reachedBy } from './person-words';
import './people.css';

function lineOf({ address, byName }: TabPerson): string {
  if (!address) return t('unfolded.name_only');
  return byName ? t('unfolded.name_matches') : t('unfolded.several_have', { address });
}

/** Only a name is known, or several contacts have the address: who is it? The answer holds for this thread. */
export function Candidates({ view, person }: { view: TabView; person: TabPerson }) {
  const desk = useDesk();
  const [other, setOther] = useState(false);
  const [point] = person.points;
  // Told by a handle that nobody has: Yes gives it to the contact, and the question is not asked again.
  const linked = person.byName && point ? pointText(point) : null;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function identify(contactId: string | null) {
    setBusy(true);
    setError(null);
    try {
      const answer = { person: person.key, contactId };
      if (contactId !== null && linked) await perform(desk, 'tab.link', { ...answer, contactId });
      else {
        await desk.client.call('tab.identify', answer);
        await desk.refresh();
      }
    } catch (failure) {
      setError(failureWords(failure));
    } finally {
      setBusy(false);
    }
  }

  const [only] = person.candidates.length === 1 ? person.candidates : [];
  const question = only
    ? only.company
      ? t('unfolded.is_this_of', { name: only.name, company: only.company })
      : t('unfolded.is_this', { name: only.name })
    : t('unfolded.which');
  return (
    <>
      <PersonHead
        name={personName(person)}
        line={lineOf(person)}
        note={person.byName && point ? reachedBy(point) : null}
        warning={person.spoof ? t('unfolded.spoof') : null}
      />
      <Section label={question} class="ruled">
        <Row>
          <h2 class="question">{question}</h2>
        </Row>
        {person.candidates.map((hit, index) => (
          <Row key={hit.id} class="pick-row" gutter={index === 0 ? t('unfolded.is_it') : null}>
            <div class="pick">
              <span class="name pick-name">{hit.name}</span>
              <span class="small quiet-text one-line">
                {[hit.title, hit.company, hit.address].filter(Boolean).join(t('panel.headline_join'))}
              </span>
              <button
                type="button"
                class="accent-link"
                disabled={busy}
                aria-label={t('unfolded.yes_named', {
                  name: [hit.name, hit.company].filter(Boolean).join(', '),
                })}
                onClick={() => void identify(hit.id)}
              >
                {t('unfolded.yes')}
              </button>
            </div>
          </Row>
        ))}
        <Row>
          <div class="person-actions">
            <Button disabled={busy} onClick={() => void identify(null)}>
              {only ? t('unfolded.no') : t('unfolded.none_of_them')}
            </Button>
            <Button aria-expanded={other} onClick={() => setOther(!other)}>
              {t('unfolded.somebody_else')}
            </Button>
          </div>
          {other && <FindContact focused onFound={(hit) => void identify(hit.id)} />}
          {error && (
            <p class="small late" role="alert">
              {error}
            </p>
          )}
          <p class="small quiet-text">
            {linked ? t('unfolded.yes_links', { value: linked }) : t('unfolded.holds_for_thread')}
          </p>
        </Row>
      </Section>
      {isReadByRule(view) && (
        <PanelFoot>
          <TeachButton />
        </PanelFoot>
      )}
    </>
  );
}
