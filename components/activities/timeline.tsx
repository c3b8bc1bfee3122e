import { Icon } from '@/components/ui/icon';
import { Row } from '@/components/ui/sheet';
import type { TimelineItem } from '@/lib/api/views';
import { ITEM_ICONS, itemLine, marginDate, promiseState, typeWord } from './item-words';
import { safeLink } from './link';
import './timeline.css';

interface TimelineRowsProps {
  items: readonly TimelineItem[];
  now: number;
}

/** Activities in one line each, their days in the margin. */
export function TimelineRows({ items, now }: TimelineRowsProps) {
  return (
    <>
      {items.map((item) => (
        <Row
          key={item.id}
          class="item"
          gutter={<time dateTime={new Date(item.at).toISOString()}>{marginDate(item, now)}</time>}
        >
          <ItemLine item={item} now={now} />
        </Row>
      ))}
    </>
  );
}

/** Icon and line of one activity; the line opens the mail where there is a link to it. */
export function ItemLine({ item, now }: { item: TimelineItem; now: number }) {
  const line = itemLine(item, now);
  const link = safeLink(item.link);
  const state = promiseState(item);
  return (
    <div class="item-line">
      <Icon node={ITEM_ICONS[item.type]} size={14} label={typeWord(item.type)} />
      {link ? (
        <a class="one-line" href={link} target="_blank" rel="noreferrer" title={line}>
          {line}
        </a>
      ) : (
        <span class="one-line" title={line}>
          {line}
        </span>
      )}
      {state?.late && <span class="small late item-state">{state.text}</span>}
    </div>
  );
}
