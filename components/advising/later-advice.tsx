import { later } from '@/components/people/later';

/** What is suggested comes behind what is owed: with its words it stays out of the first script. */
export const LaterAdvice = later(
  () => import('./advice-card').then((part) => part.AdviceCard),
  ['plays', 'advising', 'unfolded'],
);
