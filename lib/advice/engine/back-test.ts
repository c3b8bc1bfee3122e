import type { Outcome } from '@/lib/crm/outcomes';
import { type CalibrationBin, calibration, type Forecast, logLoss } from './calibration';
import { sigmoid } from './laplace';
import { correction, type Learned, learn, nothingLearned } from './learned';
import { byDecision, lessonOf } from './lessons';
import { type OffPolicy, offPolicy, type Trial } from './off-policy';

export interface AnswersTold {
  answered: { n: number; lossPlays: number; lossLearned: number; bins: CalibrationBin[] } | null;
  offPolicy: (OffPolicy & { done: number }) | null;
}

/**
 * How well answers were foretold, each by what was known just before it (prequential, Dawid 1984), and what following the plays alone would
 * have brought, by the probabilities with which advice was shown. What was put off or ignored is no yes and no no, and is left out of the
 * losses. The second figure leaves out only what was put off, whose end is not known: whatever else was shown and not done brought nothing.
 */
export function backtestAnswers(outcomes: readonly Outcome[]): AnswersTold {
  let learned: Learned = nothingLearned();
  const plays: Forecast[] = [];
  const told: Forecast[] = [];
  const trials: Trial[] = [];
  for (const outcome of outcomes.filter((one) => one.deletedAt === null).sort(byDecision)) {
    const lesson = lessonOf(outcome);
    if (!lesson) continue;
    const chance = sigmoid(lesson.prior + correction(learned, lesson).mean);
    const alone = sigmoid(lesson.prior);
    if (lesson.weight === 1) {
      plays.push({ chance: alone, y: lesson.y });
      told.push({ chance, y: lesson.y });
    }
    if (outcome.became !== 'later' && outcome.alone !== undefined) {
      trials.push(trialOf(outcome, outcome.alone, lesson.y, chance));
    }
    learned = learn(learned, lesson);
  }
  const [lossPlays, lossLearned] = [logLoss(plays), logLoss(told)];
  const policy = offPolicy(trials);
  const done = trials.reduce((sum, { reward }) => sum + reward, 0) / Math.max(1, trials.length);
  return {
    answered:
      lossPlays === null || lossLearned === null
        ? null
        : { n: told.length, lossPlays, lossLearned, bins: calibration(told) },
    offPolicy: policy && { ...policy, done },
  };
}

/** What was shown against the best of the others: plays alone would have shown it with the probability `alone`. */
function trialOf({ propensity, other }: Outcome, alone: number, reward: number, chance: number): Trial {
  return {
    action: 0,
    propensity: Math.max(0.01, propensity),
    reward,
    expected: [chance, other ?? 0],
    policy: [alone, 1 - alone],
  };
}
