import { drawPlot, EDGE, inksOf, monthAt, monthAxis } from '@/components/ui/plot';
import type { ForecastView } from '@/lib/api/insights-views';
import { number } from '@/lib/i18n/format';

type Of = Extract<ForecastView, { missing: null }>;

const HEIGHT = 208;

/** Draws orders a month as a line, and those to be expected as a dashed one within their band, until the returned function is called. */
export function drawForecast(box: HTMLElement, of: Of): () => void {
  const { line, mark, band, axis } = inksOf(box);
  const options = {
    scales: {
      x: { time: true },
      y: { range: (_: unknown, __: number, most: number): [number, number] => [0, Math.max(1, most * 1.1)] },
    },
    axes: [
      monthAxis(axis, 80),
      {
        ...axis,
        size: 40,
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000],
        values: (_: unknown, at: number[]) => at.map((value) => number(value)),
      },
    ],
    bands: [{ series: [1, 2] as [number, number], fill: band }],
    series: [
      {},
      EDGE,
      EDGE,
      { stroke: mark, width: 1.5, dash: [4, 3], points: { show: true, size: 5, fill: mark, stroke: mark } },
      { stroke: line, width: 1.5, points: { show: false } },
    ],
  };
  return drawPlot(box, HEIGHT, options, dataOf(of));
}

type Series = (number | null)[];

/** Moments in seconds, both ends of the band, what is expected, and what was; the band and the dashes begin at the last month that was. */
function dataOf({ months, ahead, forecast }: Of): [number[], Series, Series, Series, Series] {
  const names = [...months.map(({ month }) => month), ...ahead];
  const last = months.at(-1)?.orders ?? 0;
  const joined = (pick: (one: Of['forecast']['ahead'][number]) => number): Series => [
    ...months.slice(1).map(() => null),
    last,
    ...forecast.ahead.map(pick),
  ];
  return [
    names.map(monthAt),
    joined(({ high }) => high),
    joined(({ low }) => low),
    joined(({ value }) => value),
    [...months.map(({ orders }) => orders), ...ahead.map(() => null)],
  ];
}
