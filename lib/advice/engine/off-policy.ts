/** What another way of choosing would have brought, told from what was chosen. */
export interface Trial {
  /** Place of what was shown among those that could be. */
  action: number;
  /** Probability with which it was shown. */
  propensity: number;
  reward: number;
  /** What a model expects of each. */
  expected: readonly number[];
  /** With which probability the other way would have shown each. */
  policy: readonly number[];
}

export interface OffPolicy {
  /** Mean reward by inverse propensity, the same with weights that sum to 1, by the model alone, and by both (doubly robust). */
  ips: number;
  snips: number;
  dm: number;
  dr: number;
  /** Kish's effective sample size of the weights. */
  ess: number;
  n: number;
}

/**
 * Off-policy estimates (Horvitz-Thompson; Swaminathan and Joachims 2015; Dudik, Langford and Li 2011). Null without trials.
 */
export function offPolicy(trials: readonly Trial[]): OffPolicy | null {
  const n = trials.length;
  if (n === 0) return null;
  let [weights, squares, weighted, model, residual] = [0, 0, 0, 0, 0];
  for (const { action, propensity, reward, expected, policy } of trials) {
    const weight = (policy[action] ?? 0) / propensity;
    weights += weight;
    squares += weight * weight;
    weighted += weight * reward;
    model += policy.reduce((sum, share, at) => sum + share * (expected[at] ?? 0), 0);
    residual += weight * (reward - (expected[action] ?? 0));
  }
  return {
    ips: weighted / n,
    snips: weights > 0 ? weighted / weights : 0,
    dm: model / n,
    dr: (model + residual) / n,
    ess: squares > 0 ? weights ** 2 / squares : 0,
    n,
  };
}
