import type { Week } from '@/components/ui/pulse-bars';

/** Two years of weeks with a rhythm that fades, the same each time. */
export function sampleWeeks(count: number, seed = 7): Week[] {
  let state = seed;
  const random = () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return Array.from({ length: count }, (_, week) => {
    const lively = week < count * 0.86 ? Math.sin((week / count) * 5) + 1.2 : 0;
    return {
      received: random() < 0.6 ? Math.round(random() * 5 * lively) : 0,
      sent: random() < 0.55 ? Math.round(random() * 6 * lively) : 0,
    };
  });
}
