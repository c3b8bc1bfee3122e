import { drawPlot, EDGE, inksOf, monthAt, monthAxis } from '@/components/ui/plot';
import type { ResultsView } from '@/lib/api/survey-views';

interface Drawing {
  months: ResultsView['trend'];
  /** Both ends of what the figure can be. */
  ends: [number, number];
  words(value: number): string;
}

const HEIGHT = 168;

/** Draws the figure as a line and its interval as a band, until the returned function is called. */
export function drawTrend(box: HTMLElement, drawing: Drawing): () => void {
  const { line, mark, band, axis } = inksOf(box);
  const { ends, words } = drawing;
  const options = {
    scales: { x: { time: true }, y: { range: ends } },
    axes: [monthAxis(axis, 72), { ...axis, size: 48, values: (_: unknown, at: number[]) => at.map(words) }],
    bands: [{ series: [1, 2] as [number, number], fill: band }],
    series: [
      {},
      EDGE,
      EDGE,
      { stroke: line, width: 1.5, points: { show: true, size: 6, fill: mark, stroke: mark } },
    ],
  };
  return drawPlot(box, HEIGHT, options, dataOf(drawing));
}

/** Moments in seconds, the upper and the lower end of the interval, and above both the figure. */
function dataOf({ months }: Drawing): [number[], number[], number[], number[]] {
  return [
    months.map(({ month }) => monthAt(month)),
    months.map(({ high }) => high),
    months.map(({ low }) => low),
    months.map(({ value }) => value),
  ];
}
