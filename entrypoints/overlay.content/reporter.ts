import type { ApiError } from '@/lib/api/message';
import type { Mark } from '@/lib/api/views';
import type { PageContext } from '@/lib/sites/page-context';

type Operate = <T>(op: string, input: unknown) => Promise<T>;

/** Reports of a document so far. Whoever reports for it next counts on: a younger report with a smaller number would count as overtaken. */
export interface ReportCount {
  generation: number;
}

/** So long after a report that nobody took it is sent again while the page is the same, in ms; so many times. */
const AGAIN = [1000, 5000, 15_000];
/** Refusals that stay what they are, however often they are asked for. */
const FINAL = ['forbidden', 'invalid', 'reload'];
/** Tells this document from the one before it in its frame. */
const loaded = performance.timeOrigin;

/**
 * Tells the background what the page shows. Each report bears a generation; an answer that comes after a younger report was
 * sent is thrown away, because it speaks of the message before. The same page read again is not reported again.
 */
export function createReporter(
  operate: Operate,
  failed: () => void,
  signal: AbortSignal,
  count: ReportCount = { generation: 0 },
) {
  let last: { content: string; marks: Promise<Mark[][] | null> } | null = null;

  async function send(mine: number, report: object, tries = 0): Promise<Mark[][] | null> {
    const isOver = () => isLate(mine, count.generation) || signal.aborted;
    try {
      const { marks } = await operate<{ marks: Mark[][] }>('tab.report', { ...report, generation: mine });
      return isOver() ? null : marks;
    } catch (error) {
      failed();
      // Else the panel would stay at whoever stood here before, until the page changes once more.
      const wait = FINAL.includes((error as ApiError).code) ? undefined : AGAIN[tries];
      if (wait) await new Promise((resolve) => setTimeout(resolve, wait));
      if (isOver()) return null;
      if (wait) return send(mine, report, tries + 1);
      last = null;
      return null;
    }
  }

  return {
    generation: () => count.generation,
    /** Marks for the people of each context, or null when the answer is late or refused. */
    report(contexts: PageContext[], theme: 'light' | 'dark', claimed: boolean): Promise<Mark[][] | null> {
      const report = { contexts, theme, claimed, loaded };
      const content = JSON.stringify(report);
      if (last?.content === content) return last.marks;
      last = { content, marks: send(++count.generation, report) };
      return last.marks;
    },
    /** The store has changed: the next report is sent though the page is the same. */
    renew(): void {
      last = null;
    },
    /** The site is hidden or off: what is still under way counts as overtaken, and is not told again. */
    stop(): void {
      last = null;
      if (count.generation > 0) count.generation += 1;
    },
    /** The document goes away. */
    forget(): void {
      last = null;
      if (count.generation === 0) return;
      void operate('tab.forget', { generation: ++count.generation, loaded }).catch(() => {});
    },
  };
}

/** An answer is late when a younger report has gone out. */
export function isLate(mine: number, latest: number): boolean {
  return mine !== latest;
}
