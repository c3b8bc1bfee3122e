import { titleOf } from '@/lib/advice/advice-words';
import { adviceFor, adviceView, advisorOf } from '@/lib/store/advice';
import { answerAdvice, keepShown } from '@/lib/store/outcomes';
import type { Handlers } from './context';

/** What views without a database ask of advice too. */
export const adviceHandlers: Handlers<'advice.contact' | 'advice.shown' | 'advice.answer'> = {
  'advice.contact': async ({ db, now, zone }, { contactId }) => {
    const advisor = await advisorOf(db, { now: now(), zone });
    const found = await adviceFor(db, contactId, advisor);
    if (!found) return { advice: null, held: false, rejected: [] };
    const rejected = found.advised.rejected.map(({ play, why }) => ({ title: titleOf(play), why }));
    return { advice: adviceView(found, advisor), held: found.advised.held !== null, rejected };
  },
  'advice.shown': async ({ db, now, zone }, { contactIds }) => {
    const when = { now: now(), zone };
    const advisor = await advisorOf(db, when);
    const found = await Promise.all(contactIds.map((id) => adviceFor(db, id, advisor)));
    return {
      count: await keepShown(
        db,
        found.filter((one) => one !== null),
        when,
      ),
    };
  },
  'advice.answer': async (ctx, input) => {
    const advisor = await advisorOf(ctx.db, { now: ctx.now(), zone: ctx.zone });
    return answerAdvice(ctx, input, await adviceFor(ctx.db, input.contactId, advisor));
  },
};
