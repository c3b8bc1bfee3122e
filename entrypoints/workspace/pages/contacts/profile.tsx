import { Consents } from '@/components/consent/consents';
import { AddValue } from '@/components/contacts/add-value';
import { CadenceChoice } from '@/components/contacts/cadence';
import { factWord } from '@/components/contacts/field-words';
import { pointWord } from '@/components/contacts/point-words';
import { sourceText } from '@/components/contacts/value-row';
import { OtherValues } from '@/components/duplicates/other-values';
import { PageFigures } from '@/components/figures/figures';
import { ContactHealth } from '@/components/health/contact-health';
import { KeptValues } from '@/components/imports/kept-values';
import { TagRow } from '@/components/tags/tag-row';
import { TierHistory } from '@/components/tiers/tier-history';
import type { ContactView, FactView } from '@/lib/api/views';
import { SINGLE_FIELDS } from '@/lib/crm/fields';
import { isRelation } from '@/lib/crm/relations';
import { t } from '@/lib/i18n';
import { href } from '../../router';
import { footnoted } from './footnoted';
import { ProfileValue } from './profile-value';

/** Where a value leads that stands for a row of its own: the company. */
function pageOf({ field, ref }: FactView): string | null {
  if (!ref) return null;
  return field === 'company' ? href('companies', ref) : null;
}

/** What is known of a contact: each value edited in place, its source in a footnote. */
export function Profile({ contact }: { contact: ContactView }) {
  const notesBefore =
    contact.briefing.reduce((sum, clause) => sum + clause.evidence.length, 0) +
    (contact.steps[0]?.evidence.length ?? 0);
  const { lines, sources } = footnoted(
    [
      ...inOrder(contact.facts.filter((fact) => !fact.aside && !(fact.ref && isRelation(fact.field)))).map(
        (fact) => ({
          id: fact.id,
          point: null,
          field: fact.field,
          label: factWord(fact.field),
          value: fact.value,
          page: pageOf(fact),
          contested: isContested(fact, contact.facts),
          source: sourceText(fact.provenance),
        }),
      ),
      ...contact.points.map((point) => ({
        id: point.id,
        point: point.kind,
        field: point.label ?? '',
        label: point.label ?? pointWord(point.kind),
        value: point.value,
        page: null,
        contested: false,
        source: sourceText(point.provenance),
      })),
    ],
    notesBefore + 1,
  );

  return (
    <section class="contact-profile" aria-label={t('common.profile')}>
      <h2>{t('common.profile')}</h2>
      <ContactHealth id={contact.id} />
      <dl class="profile-values">
        {lines.map((line) => (
          <ProfileValue key={line.id} contactId={contact.id} line={line} />
        ))}
      </dl>
      <OtherValues contact={contact} />
      <KeptValues kept={contact.kept ?? []} />
      <div class="profile-rows">
        <AddValue contactId={contact.id} />
      </div>
      <PageFigures contactId={contact.id} />
      <TierHistory tier={contact.tier} />
      <h2>{t('common.tags')}</h2>
      <TagRow contactId={contact.id} tags={contact.tags} />
      <h2>{t('unfolded.stay_in_touch_every')}</h2>
      <CadenceChoice contactIds={[contact.id]} days={contact.cadence?.days ?? null} />
      <details class="profile-consent">
        <summary>
          <h2>{t('common.consent')}</h2>
        </summary>
        <div class="profile-rows">
          <Consents contact={contact} />
        </div>
      </details>
      {sources.length > 0 && (
        <ol class="profile-sources" start={notesBefore + 1} aria-label={t('common.source')}>
          {sources.map(({ number, text }) => (
            <li key={number}>
              <span class="profile-number">{number}</span>
              {text}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function isContested({ id, field, confirmed }: FactView, facts: readonly FactView[]): boolean {
  if (!SINGLE_FIELDS.includes(field) || confirmed) return false;
  return facts.some((other) => other.id !== id && other.field === field && !other.aside);
}

/** Facts that say most stand first; the others keep their order. */
const FIRST = ['company', 'title'];

function inOrder(facts: ContactView['facts']): ContactView['facts'] {
  const rank = (field: string) => (FIRST.includes(field) ? FIRST.indexOf(field) : FIRST.length);
  return [...facts].sort((a, b) => rank(a.field) - rank(b.field));
}
