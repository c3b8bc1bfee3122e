import { hubView } from '@/lib/hub/connect';
import { answersKey } from '@/lib/hub/keys';
import { publishAfterHub } from '@/lib/hub/publish';
import { formAtHub } from '@/lib/hub/upload';
import { StoreError } from '@/lib/store/errors';
import { addInvites, askedOf, checkInvites } from '@/lib/store/invites';
import { countSurveys } from '@/lib/store/survey-counts';
import { setSurveyGoal } from '@/lib/store/survey-goal';
import * as surveys from '@/lib/store/surveys';
import { listSurveys, surveyView } from '@/lib/store/views/survey-views';
import type { Handlers, Of } from './context';

export const surveyHandlers: Handlers<Of<'surveys' | 'invites'>> = {
  'surveys.list': ({ db }) => listSurveys(db),
  'surveys.count': ({ db }) => countSurveys(db),
  'surveys.view': async ({ db, now }, { id }) => {
    const [hub, atHub, key] = await Promise.all([
      hubView(db, now()),
      formAtHub(db, id, now()),
      answersKey(db, now()),
    ]);
    const view = await surveyView(db, id, { hub, atHub, key: key.publicKey });
    if (!view) throw new StoreError('missing', 'This survey was deleted.');
    return view;
  },
  'surveys.add': surveys.addSurvey,
  'surveys.edit': surveys.editSurvey,
  'surveys.publish': publishAfterHub,
  'surveys.setState': surveys.setSurveyState,
  'surveys.setGoal': setSurveyGoal,
  'surveys.delete': surveys.deleteSurveys,
  'invites.add': addInvites,
  'invites.check': ({ db, now, zone }, input) => checkInvites(db, input, { now: now(), zone }),
  'invites.asked': ({ db }, input) => askedOf(db, input),
};
