import { useEffect, useMemo, useState } from 'preact/hooks';
import { FindContact } from '@/components/contacts/find-contact';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { SurveyView } from '@/lib/api/survey-views';
import { language, t } from '@/lib/i18n';
import type { AuthorForm } from '@/lib/surveys/form';
import { bestLanguage, inLanguage } from '@/lib/surveys/language';
import { languageName } from '../draft/languages';
import { NumberField } from '../number-field';
import { isRefused, skippedWords } from '../skipped-words';
import { type FillForm, Filling, type Person } from './filling';
import { Paper, paperSeed } from './paper';
import './in-person.css';

interface InPersonProps {
  survey: SurveyView;
  form: AuthorForm;
  /** Who is asked to begin with. */
  first: Person | null;
  fill: () => Promise<FillForm>;
}

/** Orders of printed sheets have so many numbers. */
const MOST_SHEETS = 999;
const drawnSheet = (): number => 1 + Math.floor(Math.random() * MOST_SHEETS);

/** A survey asked in person or by telephone, its answers noted by the user; or printed, to be noted from paper. */
export function InPerson({ survey, form, first, fill }: InPersonProps) {
  const [person, setPerson] = useState<Person | null>(first);
  const [lang, setLang] = useState(() => bestLanguage(form.langs, [language.value, form.lang]));
  const [turn, setTurn] = useState(0);
  const [noted, setNoted] = useState<string | null>(null);
  const [sheet, setSheet] = useState(drawnSheet);
  const [from, setFrom] = useState<number | undefined>(undefined);
  const own = useMemo(() => inLanguage(form, lang), [form, lang]);
  const checked = useQuery(
    'invites.check',
    person && noted === null ? { surveyId: survey.id, contactIds: [person.id] } : null,
  );
  const skipped = (person && checked.value?.skipped[0]) ?? null;

  const isDrawn = (form.blocks ?? []).length > 0;
  // Each printing has an order of its own.
  useEffect(() => {
    const again = () => setSheet(drawnSheet());
    window.addEventListener('afterprint', again);
    return () => window.removeEventListener('afterprint', again);
  }, []);
  const next = () => {
    setFrom(undefined);
    setNoted(null);
    setPerson(null);
    setTurn(turn + 1);
  };
  return (
    <>
      <div class="in-person">
        <div class="in-person-side">
          <p class="quiet-text">{t('surveys.in_person_how')}</p>
          <section aria-label={t('surveys.in_person_who')}>
            <h2>{t('surveys.in_person_who')}</h2>
            {person ? (
              <p class="in-person-who">
                <span class="name">{person.name}</span>
                {noted === null && (
                  <Button kind="bare" onClick={() => setPerson(null)}>
                    {t('cases.contact_change')}
                  </Button>
                )}
              </p>
            ) : (
              <>
                <FindContact onFound={({ id, name }) => setPerson({ id, name })} />
                <p class="quiet-text small">{t('surveys.in_person_nobody')}</p>
              </>
            )}
            {skipped && person && <p role="alert">{skippedWords(skipped, person.name)}</p>}
          </section>
          {form.langs.length > 1 && (
            <Select
              label={t('responses.lang')}
              value={lang}
              choices={form.langs.map((each) => ({ value: each, label: languageName(each) }))}
              onChoose={setLang}
            />
          )}
          <div class="way-actions">
            {noted !== null && (
              <>
                <Button kind="ink" onClick={next}>
                  {t('surveys.ask_next')}
                </Button>
                <a class="button quiet" href={`#/responses/${noted}`}>
                  {t('surveys.see_answer')}
                </a>
              </>
            )}
            <Button onClick={() => print()}>{t('surveys.print_form')}</Button>
          </div>
          {isDrawn && noted === null && (
            <NumberField
              key={turn}
              label={t('surveys.paper_from')}
              hint={t('surveys.paper_from_how')}
              value={from}
              least={1}
              most={MOST_SHEETS}
              onNumber={setFrom}
            />
          )}
        </div>
        {!isRefused(skipped) && (
          <Filling
            key={`${lang} ${turn} ${from}`}
            surveyId={survey.id}
            form={own}
            person={person}
            seed={from === undefined ? null : paperSeed(from)}
            fill={fill}
            onNoted={setNoted}
          />
        )}
      </div>
      <Paper form={own} sheet={isDrawn ? sheet : null} />
    </>
  );
}
