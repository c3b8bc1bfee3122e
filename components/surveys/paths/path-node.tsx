import { type Key, t } from '@/lib/i18n';
import type { AuthorForm } from '@/lib/surveys/form';
import type { Mark, PathNode } from '@/lib/surveys/paths/graph';
import type { Placed } from '@/lib/surveys/paths/layout';
import { NODE_WIDTH, NODE_X } from '@/lib/surveys/paths/layout';
import { inShort, readable } from '../draft/texts';
import { typeWords } from '../words';
import { ruleWords } from './rule-words';

const MARKS = {
  never: ['logic.node_never', 'logic.node_never_about'],
  dead: ['logic.node_dead', 'logic.node_dead_about'],
  loop: ['logic.node_loop', 'logic.node_loop_about'],
} as const satisfies Record<Mark, [Key, Key]>;

export const markWords = (mark: Mark): string => t(MARKS[mark][0]);

/** What a node is called: its question by number and title, or its ending. */
export function nodeWords(form: AuthorForm, lang: string, { id, kind, number }: PathNode): string {
  if (kind === 'ending') {
    const at = form.endings.findIndex((ending) => ending.id === id);
    const title = readable(form.endings[at]?.title, lang, form.lang) || String(at + 1);
    return t('logic.node_ending', { title: inShort(title) });
  }
  return t('logic.node_question', { n: number, title: titleOf(form, lang, id) });
}

function titleOf(form: AuthorForm, lang: string, id: string): string {
  const question = form.pages.flatMap((page) => page.questions).find((one) => one.id === id);
  return inShort(readable(question?.title, lang, form.lang)) || (question ? typeWords(question.type) : id);
}

interface PathNodeItemProps {
  form: AuthorForm;
  lang: string;
  of: Placed;
  nodes: readonly PathNode[];
  /** It alone is reached by Tab. */
  current: boolean;
  onFocus(): void;
  onKey(event: KeyboardEvent): void;
  onOpen(): void;
}

/** A question or ending: what is seen says where it leads by lines, what is read says it in words. */
export function PathNodeItem({ form, lang, of, nodes, current, onFocus, onKey, onOpen }: PathNodeItemProps) {
  const { node, y, height } = of;
  const called = (id: string | null) => {
    const target = nodes.find((one) => one.id === id);
    return target ? nodeWords(form, lang, target) : t('logic.node_dead');
  };
  const isEnding = node.kind === 'ending';
  const classes = ['path-node', isEnding && 'ending', ...node.marks].filter(Boolean).join(' ');
  return (
    <li
      class="path-place"
      style={{
        top: `${y}px`,
        insetInlineStart: `${NODE_X}px`,
        width: `${NODE_WIDTH}px`,
        height: `${height}px`,
      }}
    >
      <button
        type="button"
        class={classes}
        data-node={node.id}
        tabIndex={current ? 0 : -1}
        aria-describedby={`path-${node.id}`}
        onFocus={onFocus}
        onKeyDown={onKey}
        onClick={onOpen}
      >
        {node.when && (
          <span class="path-row path-when" aria-hidden="true" title={ruleWords(form, lang, node.when)}>
            {t('logic.node_asked', { when: ruleWords(form, lang, node.when) })}
          </span>
        )}
        <span class="path-title">
          {!isEnding && <span class="path-number num">{node.number}</span>}
          <span class="one-line">
            {isEnding ? nodeWords(form, lang, node) : titleOf(form, lang, node.id)}
          </span>
          {node.drawn && <span class="path-mark drawn">{t('logic.node_block')}</span>}
          {node.marks.map((mark) => (
            <span key={mark} class={`path-mark ${mark}`} title={t(MARKS[mark][1])}>
              {markWords(mark)}
            </span>
          ))}
        </span>
        {node.jumps.map((jump, at) => (
          <span
            key={at}
            class="path-row path-jump"
            aria-hidden="true"
            title={ruleWords(form, lang, jump.when)}
          >
            <span class="one-line">{ruleWords(form, lang, jump.when)}</span>
          </span>
        ))}
      </button>
      <span id={`path-${node.id}`} class="unseen">
        {[
          ...(node.when ? [t('logic.node_asked', { when: ruleWords(form, lang, node.when) })] : []),
          ...node.jumps.map(({ when, to }) =>
            t('logic.node_jump', { when: ruleWords(form, lang, when), to: called(to) }),
          ),
          ...(node.follows ? [t('logic.node_then', { to: called(node.follows) })] : []),
          ...(node.drawn ? [t('logic.node_block')] : []),
          ...node.marks.map((mark) => t(MARKS[mark][1])),
        ].join(' ')}
      </span>
    </li>
  );
}
