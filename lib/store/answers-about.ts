import type { SurveyResponse } from '@/lib/crm/surveys';
import type { Database } from './database';
import { settingsOf } from './settings';
import { allSurveys, formOf } from './survey-reads';
import { askedIn, claimOf } from './whose';

/** One person: the contact and all merged into it, and the normal forms of their addresses. */
interface Whom {
  ids: ReadonlySet<string>;
  keys: ReadonlySet<string>;
}

/** Their answers, and those of nobody known that name one of their addresses or are signed with their number at the site. */
export async function answersAbout(db: Database, { ids, keys }: Whom): Promise<SurveyResponse[]> {
  const { region } = await settingsOf(db);
  const surveys = await allSurveys(db);
  const names = ({ surveyId, version, who, values }: SurveyResponse): boolean => {
    const survey = surveys.get(surveyId);
    const form = survey ? formOf(survey, version) : null;
    const asked = form ? askedIn(form, values) : { emails: [], phones: [], name: null };
    return claimOf(who, { signed: false, asked, region }).keys.some((key) => keys.has(key));
  };
  const { responses } = db;
  const [live, deleted] = await Promise.all([
    responses.where('k.contact').inAnyRange(rangesOf(ids)).toArray(),
    responses
      .where('k.about')
      .anyOf([...ids])
      .toArray(),
  ]);
  const own = [...live, ...deleted].map((row) => row.body);
  const users = new Set(own.filter(isVouchedFor).flatMap(({ who }) => who.id ?? []));
  const nobody = await responses
    .where('k.says')
    .equals(1)
    .filter(({ body }) => (isVouchedFor(body) && users.has(body.who.id ?? '')) || names(body))
    .toArray();
  return [...own, ...nobody.map((row) => row.body)];
}

/** Whether the site's server said whose it is. */
function isVouchedFor({ proof }: SurveyResponse): boolean {
  return proof === 'signed' || proof === 'token';
}

/** What stands behind these contacts in an index whose keys begin with one. */
export function rangesOf(ids: ReadonlySet<string>): [string, string][] {
  return [...ids].sort().map((id) => [`${id}|`, `${id}~`]);
}
