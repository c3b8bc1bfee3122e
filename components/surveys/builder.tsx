import { useEffect, useMemo, useState } from 'preact/hooks';
import type { SurveyView } from '@/lib/api/survey-views';
import type { AuthorForm } from '@/lib/surveys/form';
import { type Bench, BenchContext, type Chosen } from './bench';
import { BlocksEditor } from './blocks-editor';
import { Checks } from './checks';
import { ComputedEditor } from './computed-editor';
import { EndingEditor } from './ending-editor';
import type { DraftKeeper } from './keep-draft';
import { Outline } from './outline';
import { PageEditor } from './page-editor';
import { partAt } from './part-at';
import { type DrawForm, Preview } from './preview';
import { QuestionEditor } from './question-editor';
import { ShowEditor } from './show-editor';
import { SurveyEditor } from './survey-editor';
import './builder.css';

interface BuilderProps {
  survey: SurveyView;
  form: AuthorForm;
  keeper: DraftKeeper;
  draw: () => Promise<DrawForm>;
  /** Question or page to begin with. */
  start?: string | null;
}

/** Outline, the chosen part, and how it looks to visitors, side by side. */
export function Builder({ survey, form, keeper, draw, start }: BuilderProps) {
  const [chosen, choose] = useState<Chosen>(() => firstChosen(form, start ?? null));
  const [written, setLang] = useState(form.lang);
  const lang = form.langs.includes(written) ? written : form.lang;
  const bench = useMemo<Bench>(
    () => ({
      survey,
      form,
      lang,
      setLang,
      chosen: existing(form, chosen),
      choose,
      write: keeper.write,
      act: (next, said) => void keeper.act(next, said),
    }),
    [survey, form, lang, chosen, keeper],
  );
  useEffect(() => flushWhenLeft(keeper), [keeper]);

  return (
    <BenchContext.Provider value={bench}>
      <div class="builder" onFocusOut={() => void keeper.flush()}>
        <Outline />
        <div class="builder-editor">
          <ChosenEditor chosen={bench.chosen} />
        </div>
        <div class="builder-side">
          <Preview draw={draw} />
          <Checks />
        </div>
      </div>
    </BenchContext.Provider>
  );
}

function ChosenEditor({ chosen }: { chosen: Chosen }) {
  switch (chosen.kind) {
    case 'question':
      return <QuestionEditor key={chosen.id} id={chosen.id} />;
    case 'page':
      return <PageEditor key={chosen.id} id={chosen.id} />;
    case 'ending':
      return <EndingEditor key={chosen.id} id={chosen.id} />;
    case 'computed':
      return <ComputedEditor />;
    case 'blocks':
      return <BlocksEditor />;
    case 'show':
      return <ShowEditor />;
    default:
      return <SurveyEditor />;
  }
}

/** The part that was asked for, else the first question, else the survey. */
function firstChosen(form: AuthorForm, id: string | null): Chosen {
  if (id !== null) return partAt(form, id);
  const first = form.pages.flatMap((page) => page.questions)[0];
  return first ? { kind: 'question', id: first.id } : { kind: 'survey' };
}

/** What was taken away (by Undo, elsewhere) is chosen no more. */
function existing(form: AuthorForm, chosen: Chosen): Chosen {
  if (!('id' in chosen)) return chosen;
  return partAt(form, chosen.id).kind === chosen.kind ? chosen : firstChosen(form, null);
}

/** Saves what waits when the page is hidden, left or closed. */
function flushWhenLeft(keeper: DraftKeeper): () => void {
  const end = new AbortController();
  const { signal } = end;
  const flush = () => void keeper.flush();
  const whenHidden = () => document.visibilityState === 'hidden' && flush();
  document.addEventListener('visibilitychange', whenHidden, { signal });
  window.addEventListener('pagehide', flush, { signal });
  return () => end.abort();
}
