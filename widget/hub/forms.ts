import { bestForm, wishes } from './language.ts';
import { nothing, Refusal, readText, revalidated } from './replies.ts';
import type { HubStore, StoredForm } from './store.ts';

/** A form with all its languages. */
const LONGEST_FORM = 2_000_000;

export const FORM_ID = /^[0-9a-z]{10}$/;

/** How many submissions a form may have: none more when it is closed. */
export function mostOf({ state, show }: StoredForm): number {
  if (state !== 'open') return 0;
  return typeof show.stop === 'number' ? show.stop : Number.POSITIVE_INFINITY;
}

async function isOver(store: HubStore, space: string, id: string, form: StoredForm): Promise<boolean> {
  const most = mostOf(form);
  return most <= 0 || (most < Number.POSITIVE_INFINITY && (await store.submissions(space, id, most)) >= most);
}

/** What the loader asks: the forms that somebody may be asked, by their conditions alone. */
export async function listForms(request: Request, store: HubStore, space: string): Promise<Response> {
  const due = [];
  for (const { id, form } of await store.forms(space)) {
    if (!(await isOver(store, space, id, form))) due.push({ id, version: form.version, show: form.show });
  }
  return revalidated(request, JSON.stringify({ forms: due }), { 'Content-Type': 'application/json' });
}

/** @throws Refusal 404 when there never was such a form here, 410 when it was deleted */
export async function presentForm(store: HubStore, space: string, id: string): Promise<StoredForm> {
  const form = await store.form(space, id);
  if (!form) throw unknownForm();
  if (form.state === 'gone') throw new Refusal(410, 'gone', 'This form was deleted.');
  return form;
}
export const unknownForm = () => new Refusal(404, 'unknown_form', 'There is no such form here.');

/** @throws Refusal 404 or 410 as above, 410 when it takes no new answers */
export async function openForm(store: HubStore, space: string, id: string): Promise<StoredForm> {
  const form = await presentForm(store, space, id);
  if (await isOver(store, space, id, form))
    throw new Refusal(410, 'closed', 'This form takes no answers any more.');
  return form;
}

/** `?l=zh-Hans,en`: the visitor's languages, the best first. */
export async function getForm(
  request: Request,
  store: HubStore,
  space: string,
  id: string,
): Promise<Response> {
  const form = await openForm(store, space, id);
  const wanted = new URL(request.url).searchParams.get('l') ?? '';
  const best = bestForm(form, wishes(wanted));
  return revalidated(request, JSON.stringify(best), {
    'Content-Type': 'application/json',
    'Content-Language': best.lang,
  });
}

/** What the workspace asks: which version is here, also of a form that is closed. */
export async function formState(store: HubStore, space: string, id: string): Promise<Response> {
  const form = await store.form(space, id);
  if (!form || form.state === 'gone') throw unknownForm();
  const { version, keyId, state } = form;
  return Response.json({ version, keyId, state }, { headers: { 'Cache-Control': 'no-store' } });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @returns what is wrong with it, in words; null when it may be kept */
function faultOf(id: string, form: unknown): string | null {
  if (!isObject(form)) return 'The form is no object.';
  const { version, keyId, state, show, langs } = form;
  if (!Number.isSafeInteger(version) || Number(version) < 1) return 'version is a whole number from 1.';
  if (typeof keyId !== 'string' || !/^[\w-]{11}$/.test(keyId))
    return 'keyId is eleven characters of base64url.';
  if (state !== 'open' && state !== 'closed') return 'state is open or closed.';
  if (!isObject(show)) return 'show is missing.';
  if (!isObject(langs) || Object.keys(langs).length === 0) return 'langs holds the form by language.';
  for (const [lang, one] of Object.entries(langs)) {
    if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang)) return `${lang.slice(0, 20)} is no language tag.`;
    if (!isObject(one) || one.v !== 1 || one.id !== id || typeof one.title !== 'string')
      return `langs.${lang} is not the form ${id}.`;
  }
  return null;
}

export async function putForm(
  request: Request,
  store: HubStore,
  space: string,
  id: string,
): Promise<Response> {
  let form: unknown;
  try {
    form = JSON.parse(await readText(request, LONGEST_FORM));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(400, 'not_json', 'The form is not JSON.');
  }
  const fault = faultOf(id, form);
  if (fault) throw new Refusal(400, 'not_a_form', fault);
  const { version, keyId, state, show, langs } = form as StoredForm;
  await store.putForm(space, id, { version, keyId, state, show, langs });
  return nothing();
}

/** What is left says that it was here: an answer to it is refused for good, and not kept for a hub that may know it again. */
export async function deleteForm(store: HubStore, space: string, id: string): Promise<Response> {
  const form = await store.form(space, id);
  if (form) await store.putForm(space, id, { ...form, state: 'gone', show: {}, langs: {} });
  return nothing();
}
