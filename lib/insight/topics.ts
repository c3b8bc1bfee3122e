/** What comments speak of, in English and in Chinese: words and pairs of words that several of them hold. No meaning is guessed. */

export interface Topic {
  /** As most of them write it. */
  term: string;
  /** Places of the comments that hold it. */
  comments: number[];
}

export interface TopicOptions {
  /** A topic stands in so many comments at least. */
  fewest?: number;
  most?: number;
}

/** A word that stands in a larger share of its comments inside one pair is told by the pair. */
const WITHIN_PAIR = 0.7;
/** Two terms that share so much of their comments are one topic: the more frequent one stands for both. */
const SAME = 0.8;

const ENGLISH = new Set(
  `a about after again all almost also always am an and any are aren't as at be because been before being but by can can't cannot could couldn't
did didn't do does doesn't doing don't done down each else even ever every few for from get gets getting give given go goes going gone good got great had
hadn't has hasn't have haven't having he her here hers him his how however i i'd i'll i'm i've if in into is isn't it it's its itself just know less let
like little lot lots made make makes many may maybe me might more most much must my myself need needs never next nice no nor not nothing now of off often
ok okay on once one only or other our ours out over own per please quite rather really said same say see seem seems she should shouldn't since so some
something sometimes soon still such take than thank thanks that that's the their them then there there's these they they're thing things think this those
though through to today too two under until up us use used using very want wanted was wasn't way we we're we've well went were weren't what what's when
where which while who whom why will with within without won't work would wouldn't yes yet you you're you've your yours bad best better never excellent
awesome terrible poor love loved hate happy overall always everything anything nothing lately far`
    .split(/\s+/)
    .filter(Boolean),
);

const CHINESE = new Set(
  `我们 你们 他们 她们 它们 咱们 自己 这个 那个 这些 那些 这样 那样 这里 那里 什么 怎么 怎样 为什么 哪里 哪些 多少 一个 一些 一点 一下 一直 一样 一次 已经 还是
还有 但是 可是 不过 因为 所以 如果 虽然 而且 或者 以及 并且 然后 就是 不是 没有 不能 可以 可能 应该 需要 希望 觉得 感觉 认为 知道 非常 特别 比较 十分 真的 有点 有些
有时 有的 很多 许多 所有 每次 每个 每天 现在 以前 以后 之前 之后 时候 时间长 东西 事情 问题 方面 情况 地方 时 从来 从来没 谢谢 感谢 喜欢 满意 不错 很好 挺好 不好 太 就 都 也
我們 你們 他們 她們 它們 咱們 這個 那個 這些 那些 這樣 那樣 這裡 那裡 什麼 怎麼 怎樣 為什麼 哪裡 哪些 一個 一些 一點 一樣 已經 還是 還有 但是 可是 不過 因為 所以
如果 雖然 而且 或者 然後 就是 不是 沒有 不能 可以 可能 應該 需要 希望 覺得 感覺 認為 知道 非常 特別 比較 真的 有點 有些 有時 很多 許多 所有 每次 每個 每天 現在
以前 以後 之前 之後 時候 東西 事情 問題 方面 情況 地方 從來 從來沒 謝謝 感謝 喜歡 滿意 不錯 很好 挺好 不好`
    .split(/\s+/)
    .filter(Boolean),
);

/** Characters that make sentences and no names: what stands between them, letter by letter, is a word the dictionary does not know. */
const GRAMMAR = new Set(
  '的了是在我你您他她它也都就不没沒太很有和与與及或而但着著过過吗嗎呢吧啊把被让讓对對给給从從到上下里裡说說要会會能想去来來看做用为為以这這那个個们們还還再又才最更好坏壞快慢高低大小多少贵貴真等后後前时時一二三两兩几幾人点點些请請可挺',
);

const HAN = /\p{Script=Han}/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** One word of a comment; null where a sentence or a phrase ends, or a word says nothing: no pair reaches over it. */
type Word = { key: string; written: string } | null;

/**
 * Finds the topics of comments, those that most comments hold first.
 * @returns each with the places of its comments; empty where nothing comes back often enough
 */
export function topicsOf(comments: readonly string[], { fewest = 3, most = 20 }: TopicOptions = {}): Topic[] {
  const words = new Map<string, Found>();
  const pairs = new Map<string, Found>();
  for (const [at, comment] of comments.entries()) {
    let before: Word = null;
    for (const word of wordsOf(comment)) {
      if (word) note(words, word.key, word.written, at);
      if (word && before) {
        const isHan = HAN.test(word.key);
        if (isHan === HAN.test(before.key)) {
          const gap = isHan ? '' : ' ';
          note(pairs, `${before.key}${gap}${word.key}`, `${before.written}${gap}${word.written}`, at, [
            before.key,
            word.key,
          ]);
        }
      }
      before = word;
    }
  }
  const often = [...pairs.values()].filter(({ comments: { size } }) => size >= fewest);
  const told = new Set<string>();
  for (const { of, comments: within } of often) {
    for (const key of of) if (within.size >= WITHIN_PAIR * words.get(key)!.comments.size) told.add(key);
  }
  const alone = [...words].flatMap(([key, found]) =>
    found.comments.size >= fewest && !told.has(key) ? [found] : [],
  );
  const kept: Found[] = [];
  for (const one of [...often, ...alone].sort(byWeight)) {
    if (!kept.some((other) => overlap(one.comments, other.comments) >= SAME)) kept.push(one);
    if (kept.length === most) break;
  }
  return kept.map((one) => ({ term: commonest(one.written), comments: [...one.comments] }));
}

interface Found {
  comments: Set<number>;
  /** How often it was written how. */
  written: Map<string, number>;
  /** Words of a pair. */
  of: string[];
}

/** Most comments first; of as many the longer term, which says more. */
function byWeight(a: Found, b: Found): number {
  const [one, other] = [commonest(a.written), commonest(b.written)];
  return (
    b.comments.size - a.comments.size ||
    b.of.length - a.of.length ||
    other.length - one.length ||
    (one < other ? -1 : 1)
  );
}

function note(all: Map<string, Found>, key: string, written: string, at: number, of: string[] = []): void {
  const found = all.get(key) ?? { comments: new Set(), written: new Map(), of };
  found.comments.add(at);
  found.written.set(written, (found.written.get(written) ?? 0) + 1);
  all.set(key, found);
}

/** Share of the larger one's comments that both have. */
function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let both = 0;
  for (const one of small) if (large.has(one)) both += 1;
  return both / large.size;
}

function commonest(written: ReadonlyMap<string, number>): string {
  return [...written].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]![0];
}

function wordsOf(comment: string): Word[] {
  const out: Word[] = [];
  let letters = '';
  const close = () => {
    // One letter alone says nothing, and no pair reaches over it.
    if (letters) out.push([...letters].length > 1 ? { key: letters, written: letters } : null);
    letters = '';
  };
  for (const { segment, isWordLike } of segmenter.segment(comment.normalize('NFKC'))) {
    const lower = segment.toLowerCase().replaceAll('’', "'");
    const isHan = HAN.test(lower);
    if (isWordLike && isHan && [...lower].length === 1 && !GRAMMAR.has(lower)) {
      letters += lower;
      continue;
    }
    close();
    if (!isWordLike) {
      if (segment.trim() !== '') out.push(null);
      continue;
    }
    const says = isHan
      ? [...lower].length > 1 && !CHINESE.has(lower)
      : lower.length > 2 && !ENGLISH.has(lower) && !/^\d/.test(lower);
    out.push(says ? { key: isHan ? lower : stemOf(lower), written: lower } : null);
  }
  close();
  return out;
}

/** One key for singular, plural and possessive; "bus" and "class" stay what they are. */
function stemOf(word: string): string {
  const own = word.replace(/'s$/, '');
  if (/(?:ss|us|is)$/.test(own)) return own;
  if (own.length > 4 && own.endsWith('ies')) return `${own.slice(0, -3)}y`;
  if (own.length > 4 && /(?:ches|shes|xes|sses)$/.test(own)) return own.slice(0, -2);
  return own.length > 3 && own.endsWith('s') ? own.slice(0, -1) : own;
}
