/** What went wrong, with the status and the word that a program can act upon. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;
  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export function refusalReply({ status, code, message, headers }: Refusal): Response {
  return Response.json(
    { error: { code, message } },
    { status, headers: { 'Cache-Control': 'no-store', ...headers } },
  );
}

export const nothing = (): Response =>
  new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });

const encoder = new TextEncoder();

/** Hex SHA-256 of a text. */
export async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * A text that may be kept if it is asked for again each time: what is published or closed is seen at once, and what has not changed
 * costs a line.
 */
export async function revalidated(
  request: Request,
  text: string,
  headers: Record<string, string>,
): Promise<Response> {
  const etag = `"${(await sha256(text)).slice(0, 20)}"`;
  const all = { 'Cache-Control': 'public, no-cache', ETag: etag, ...headers };
  const asked = request.headers
    .get('If-None-Match')
    ?.split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  return asked?.includes(etag)
    ? new Response(null, { status: 304, headers: all })
    : new Response(text, { headers: all });
}

/**
 * The body as text, read no further than `most` bytes.
 * @throws Refusal 413 when it is longer, 400 when it is not UTF-8 or ends too early
 */
export async function readText(request: Request, most: number): Promise<string> {
  const tooLong = () => new Refusal(413, 'too_long', `At most ${most} bytes are taken.`);
  if (Number(request.headers.get('Content-Length') ?? 0) > most) throw tooLong();
  if (!request.body) return '';
  const reader = request.body.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Refusal(400, 'cut_off', 'The body ended too early.');
    });
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      reader.cancel().catch(() => {});
      throw tooLong();
    }
    pieces.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(whole);
  } catch {
    throw new Refusal(400, 'not_text', 'The body is not UTF-8 text.');
  }
}
