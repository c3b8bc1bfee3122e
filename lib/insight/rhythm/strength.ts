/** One exchange, as strength counts it. */
export interface Exchange {
  /** Days ago. */
  age: number;
  channel: 'meeting' | 'call' | 'text' | 'reaction';
  /** It went both ways: a meeting, a call, a mail that was answered. */
  twoWay: boolean;
}

const WEIGHT: Record<Exchange['channel'], number> = { meeting: 3, call: 2, text: 1, reaction: 0.3 };
const ONE_WAY = 0.5;
/** Shortest half-life, in days. */
const HALF_LIFE = 30;
/** Sum of weights at which strength is 63 of 100: five recent two-way mails a half-life, about. */
export const STRONG = 5;

/**
 * Strength of a tie, from 0 to 100: recent, rich and mutual exchange counts most.
 * @param gap days between two contacts as they are used to be (see `rhythmOf`): who speaks seldom fades slowly
 * @param received messages that came; `sent`: that went. Where all goes one way, strength is worth half
 */
export function strengthOf(
  exchanges: readonly Exchange[],
  { gap, received, sent }: { gap: number; received: number; sent: number },
): number {
  const halfLife = Math.max(HALF_LIFE, 2 * gap);
  const energy = exchanges.reduce(
    (sum, { age, channel, twoWay }) =>
      sum + WEIGHT[channel] * (twoWay ? 1 : ONE_WAY) * 2 ** (-Math.max(0, age) / halfLife),
    0,
  );
  const balance = received + sent === 0 ? 1 : (2 * Math.min(received, sent)) / (received + sent);
  return 100 * (1 - Math.exp(-energy / STRONG)) * Math.max(0.5, balance);
}
