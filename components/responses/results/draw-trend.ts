import type uPlot from 'uplot';
import { drawPlot, EDGE, inksOf, monthAxis } from '@/components/ui/plot';
import type { TrendPoint } from '@/lib/api/survey-views';

interface Drawing {
  points: readonly TrendPoint[];
  /** Both ends of what the figure can be. */
  ends: [number, number];
  /** What the figure is to come to. */
  goals: readonly number[];
  words(value: number): string;
}

const HEIGHT = 168;

/** Draws the smoothed level as a line with its band, and each period as a point with its interval, until the returned function is called. */
export function drawTrend(box: HTMLElement, drawing: Drawing): () => void {
  const { line, mark, band, axis } = inksOf(box);
  const { points, ends, goals, words } = drawing;
  const options = {
    scales: { x: { time: true }, y: { range: ends } },
    axes: [monthAxis(axis, 72), { ...axis, size: 48, values: (_: unknown, at: number[]) => at.map(words) }],
    bands: [{ series: [1, 2] as [number, number], fill: band }],
    series: [
      {},
      EDGE,
      EDGE,
      { stroke: line, width: 1.5, points: { show: false } },
      { stroke: mark, width: 0, points: { show: true, size: 6, fill: mark, stroke: mark } },
    ],
    hooks: {
      draw: [
        (plot: uPlot) => drawIntervals(plot, points, mark()),
        (plot: uPlot) => {
          for (const goal of goals) drawGoal(plot, goal, line());
        },
      ],
    },
  };
  return drawPlot(box, HEIGHT, options, dataOf(points));
}

function drawIntervals(plot: uPlot, points: readonly TrendPoint[], ink: string): void {
  const { ctx } = plot;
  ctx.save();
  ctx.strokeStyle = ink;
  ctx.lineWidth = devicePixelRatio;
  ctx.beginPath();
  for (const point of points) {
    const x = plot.valToPos(secondsOf(point), 'x', true);
    ctx.moveTo(x, plot.valToPos(point.low, 'y', true));
    ctx.lineTo(x, plot.valToPos(point.high, 'y', true));
  }
  ctx.stroke();
  ctx.restore();
}

/** A dashed line over the whole width. */
function drawGoal(plot: uPlot, goal: number, ink: string): void {
  const { ctx, bbox } = plot;
  const y = plot.valToPos(goal, 'y', true);
  ctx.save();
  ctx.strokeStyle = ink;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

/** The middle of a period. */
const secondsOf = ({ from, to }: TrendPoint): number =>
  (new Date(`${from}T00:00`).getTime() + new Date(`${to}T24:00`).getTime()) / 2000;

/** Moments in seconds, the upper and the lower end of the band, the level, and above them the figures. */
function dataOf(points: readonly TrendPoint[]): [number[], number[], number[], number[], number[]] {
  return [
    points.map(secondsOf),
    points.map(({ level }) => level.high),
    points.map(({ level }) => level.low),
    points.map(({ level }) => level.value),
    points.map(({ value }) => value),
  ];
}
