import type { HubEnv } from './env.ts';
import { openForm } from './forms.ts';
import { acceptedLanguages, bestForm, wishes } from './language.ts';
import { Refusal, revalidated } from './replies.ts';
import type { HubStore } from './store.ts';
import { pageWords } from './words.ts';

interface Call {
  request: Request;
  store: HubStore;
  env: HubEnv;
  space: string;
  id: string;
}

/** The widget brings its style as a sheet of script: no style is allowed from anywhere else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': POLICY,
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
  'Cross-Origin-Opener-Policy': 'same-origin',
  Vary: 'Accept-Language',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function page(lang: string, title: string, head: string, body: string): string {
  return `<!doctype html>
<html lang="${escaped(lang)}"${/^(ar|he|fa|ur)\b/.test(lang) ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
${head}</head>
<body>
${body}
</body>
</html>
`;
}

const languagesOf = (request: Request): string[] => {
  const asked = new URL(request.url).searchParams.get('l');
  return [...(asked ? wishes(asked) : []), ...acceptedLanguages(request.headers.get('Accept-Language'))];
};

/**
 * The form as a page of its own. It records nothing: mail scanners follow links. The key and the personal token stand behind the
 * `#`, which is not sent.
 */
export async function formPage({ request, store, env, space, id }: Call): Promise<Response> {
  const form = bestForm(await openForm(store, space, id), languagesOf(request));
  const script = env.hashedName?.('page.js') ?? 'page.js';
  const html = page(
    form.lang,
    form.title,
    // The script takes what draws from the app.
    `<link rel="modulepreload" href="../../app.js">\n<script type="module" src="../../${script}"></script>\n`,
    `<noscript>${escaped(pageWords([form.lang]).noscript)}</noscript>`,
  );
  return revalidated(request, html, HEADERS);
}

/** What people see at the address of a form that is not there, or takes no answers any more. */
export function refusalPage(request: Request, { status, headers }: Refusal): Response {
  const words = pageWords(languagesOf(request));
  const said = status === 410 ? words.closed : status === 404 ? words.unknown : words.failed;
  const body = page(words.lang, said, '', `<main><p>${escaped(said)}</p></main>`);
  return new Response(request.method === 'HEAD' ? null : body, {
    status,
    headers: { ...HEADERS, 'Cache-Control': 'no-store', ...headers },
  });
}

export async function frontPage({ request }: Call): Promise<Response> {
  const words = pageWords(languagesOf(request));
  return new Response(page(words.lang, 'Sidelight', '', `<main><p>${escaped(words.front)}</p></main>`), {
    headers: { ...HEADERS, 'Cache-Control': 'no-store' },
  });
}

/** A file of the widget: by its plain name it is asked for again, by a name with its hash never. */
export async function widgetFile({ request, env }: Call): Promise<Response> {
  const file = env.file?.(new URL(request.url).pathname.slice(1));
  if (!file) throw new Refusal(404, 'not_found', 'There is nothing at this address.');
  const headers = new Headers({
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    ETag: file.etag,
    Vary: 'Accept-Encoding',
  });
  if (request.headers.get('If-None-Match')?.includes(file.etag))
    return new Response(null, { status: 304, headers });
  const packed = file.br && /\bbr\b/.test(request.headers.get('Accept-Encoding') ?? '') ? file.br : null;
  if (packed) headers.set('Content-Encoding', 'br');
  return new Response(packed ?? file.body, { headers });
}
