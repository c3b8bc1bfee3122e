import { FEATURES, type Feature } from './features';
import { sigmoid } from './laplace';
import { correction, type Learned, phiOf } from './learned';

/** What a play says before anything was learned: log-odds that its step is done, and what each feature adds. */
export interface Prior {
  base: number;
  weights: Readonly<Partial<Record<Feature, number>>>;
}

/** One reason for or against. */
export interface Contribution {
  name: Feature | 'learned';
  /** In log-odds. */
  amount: number;
}

/** How likely it is that a step is done, and what makes it so. The logit is the intercept and all contributions, exactly. */
export interface Judgement {
  /** Log-odds by the plays alone. */
  prior: number;
  logit: number;
  /** Of the logit: how little is known. */
  variance: number;
  chance: number;
  intercept: number;
  contributions: Contribution[];
}

/** Weighs a play for a contact. */
export function judge(
  learned: Learned,
  playId: string,
  { base, weights }: Prior,
  features: Readonly<Partial<Record<Feature, number>>>,
): Judgement {
  const prior = FEATURES.reduce((sum, name) => sum + (weights[name] ?? 0) * (features[name] ?? 0), base);
  const at = { playId, prior, features: features as Record<string, number> };
  const { mean, variance } = correction(learned, at);
  const { play } = phiOf(learned, at);
  const slope = learned.mean[0] ?? 0;
  const contributions = FEATURES.flatMap((name, index): Contribution[] => {
    const value = features[name];
    if (value === undefined) return [];
    const weight = (weights[name] ?? 0) * (1 + slope) + (learned.mean[2 + index] ?? 0);
    return [{ name, amount: weight * value }];
  });
  const ofPlay = play === null ? 0 : (learned.mean[play] ?? 0);
  contributions.push({ name: 'learned', amount: base * slope + (learned.mean[1] ?? 0) + ofPlay });
  const logit = prior + mean;
  return { prior, logit, variance, chance: sigmoid(logit), intercept: base, contributions };
}
