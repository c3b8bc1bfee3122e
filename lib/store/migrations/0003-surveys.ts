/** Frozen. What is asked, what came back, who was asked, and what a customer waits for. */

export const version = 3;

/** Only what is new. */
export const tables = {
  surveys: 'id, k.code, k.added',
  responses: 'id, k.all, k.survey, k.contact, k.open, k.unassigned, k.partial, k.user, *k.about',
  invites: 'id, k.token, k.survey, k.contact, *k.about',
  cases: 'id, k.all, k.open, k.replyDue, k.recheck, k.number, k.response, *k.contacts, *k.about',
  secrets: 'id',
  connections: 'id',
} as const;
