import { parseDateText } from '@/lib/exchange/date-text';
import { proposeFromText } from '@/lib/exchange/paste';
import { parseWhen } from '@/lib/exchange/when';
import { settingsOf } from '@/lib/store/settings';
import type { Handlers, Of } from './context';
import { languageOf } from './language';

export const textHandlers: Handlers<Of<'text'>> = {
  'text.when': async ({ db }, { text, zone, now }) => {
    const found = parseWhen(text, { now, zone, language: await languageOf(db) });
    if (!found) return null;
    const { date, time, ...place } = found;
    return { due: { date, ...(time === undefined ? {} : { time }) }, ...place };
  },
  'text.date': async ({ db }, { text }) => {
    const found = parseDateText(text, await languageOf(db));
    return found && { date: found.date, also: found.ambiguous };
  },
  'text.propose': async ({ db }, { text }) => {
    const { region } = await settingsOf(db);
    const found = proposeFromText(text, { language: await languageOf(db), region: region ?? undefined });
    return found.map(({ field, value, evidence, confidence }) => ({
      field,
      value,
      evidence: evidence.text,
      confidence,
    }));
  },
};
