/** A forecast and what came of it. */
export interface Forecast {
  chance: number;
  y: 0 | 1;
}

/** So many groups of like chance are compared. */
const BINS = 5;

/** Mean surprise in nats; lower is better. .693 is that of a coin. Null without forecasts. */
export function logLoss(forecasts: readonly Forecast[]): number | null {
  if (forecasts.length === 0) return null;
  const sum = forecasts.reduce((all, { chance, y }) => {
    const sure = Math.min(1 - 1e-12, Math.max(1e-12, chance));
    return all - Math.log(y === 1 ? sure : 1 - sure);
  }, 0);
  return sum / forecasts.length;
}

export interface CalibrationBin {
  from: number;
  to: number;
  /** Mean of what was said, and share of what came. */
  said: number;
  came: number;
  n: number;
}

/** What was said against what came, by fifths of the chance. Empty groups are left out. */
export function calibration(forecasts: readonly Forecast[]): CalibrationBin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const own = forecasts.filter(({ chance }) => Math.min(BINS - 1, Math.floor(chance * BINS)) === bin);
    const mean = (pick: (one: Forecast) => number) =>
      own.reduce((sum, one) => sum + pick(one), 0) / own.length;
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      said: mean(({ chance }) => chance),
      came: mean(({ y }) => y),
      n: own.length,
    };
  }).filter(({ n }) => n > 0);
}
