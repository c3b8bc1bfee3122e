import { backtest } from '@/lib/store/advice-backtest';
import { effectView } from '@/lib/store/advice-effect';
import { planOf } from '@/lib/store/advice-today';
import { playRows, setMinutes, setPlay, tryPlay } from '@/lib/store/plays';
import type { Handlers, Of } from './context';

/** What only the workspace asks: it goes through all contacts. */
export const playHandlers: Handlers<
  Of<'plays'> | 'advice.today' | 'advice.backtest' | 'advice.effect' | 'advice.setMinutes'
> = {
  'advice.today': ({ db, now, zone }) => planOf(db, { now: now(), zone }),
  'advice.backtest': ({ db, now, zone }) => backtest(db, { now: now(), zone }),
  'advice.effect': ({ db, now, zone }, input) => effectView(db, input, { now: now(), zone }),
  'advice.setMinutes': setMinutes,
  'plays.list': ({ db }) => playRows(db),
  'plays.set': setPlay,
  'plays.try': ({ db, now, zone }, input) => tryPlay(db, input, { now: now(), zone }),
};
