import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { Button } from '@/components/ui/button';
import { Row } from '@/components/ui/sheet';
import type { ContactView, TimelineItem } from '@/lib/api/views';
import type { ActivityType } from '@/lib/crm/activities';
import { ACTIVITY_TYPES } from '@/lib/crm/activity-types';
import { t } from '@/lib/i18n';
import { ItemEntry } from './item-entry';
import { typeWord } from './item-words';
import './timeline.css';

/** Answers and cases are found on pages of their own. */
const FILTERS = ACTIVITY_TYPES.filter((type) => type !== 'survey' && type !== 'case');
type Filter = ActivityType | null;

/** Rows fetched at a time. */
const PAGE = 50;

/** The whole time line of a contact, with a filter by kind; older rows come on request. */
export function FullTimeline({ contact }: { contact: ContactView }) {
  const { client } = useDesk();
  const [filter, setFilter] = useState<Filter>(null);
  const [pages, setPages] = useState(1);
  const [listed, setListed] = useState<{ items: TimelineItem[]; more: boolean } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const { id, revision } = contact;
  const asIs = filter === null && pages === 1;

  useEffect(() => {
    if (asIs) return setListed(null);
    let here = true;
    const types = filter ? [filter] : undefined;
    client.call('activities.list', { contactId: id, types, limit: PAGE * pages }).then(
      (list) => {
        if (!here) return;
        setListed(list);
        setError(null);
      },
      (failure) => here && setError(failureWords(failure)),
    );
    return () => {
      here = false;
    };
  }, [client, id, revision, filter, pages, asIs]);

  const items = listed?.items ?? (asIs ? contact.timeline : []);
  const more = listed ? listed.more : asIs && contact.timelineTotal > contact.timeline.length;
  const now = Date.now();
  return (
    <>
      <Row>
        <fieldset class="timeline-filter" aria-label={t('unfolded.filter')}>
          {[null, ...FILTERS].map((value) => (
            <button
              key={value}
              type="button"
              aria-pressed={filter === value}
              onClick={() => {
                setFilter(value);
                setPages(1);
              }}
            >
              {value ? typeWord(value) : t('common.all')}
            </button>
          ))}
        </fieldset>
      </Row>
      {items.map((item) => (
        <ItemEntry key={item.id} contactId={id} item={item} now={now} />
      ))}
      <Row>
        {error && (
          <p class="small late" role="alert">
            {error}
          </p>
        )}
        {!error && items.length === 0 && (listed || asIs) && (
          <p class="small quiet-text">{t('panel.timeline_empty')}</p>
        )}
        {more && <Button onClick={() => setPages(pages + 1)}>{t('common.more')}</Button>}
      </Row>
    </>
  );
}
