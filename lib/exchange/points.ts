import type { PointKind } from '@/lib/crm/contacts';
import { cleanLine, plainForm } from './clean';
import { phoneForm } from './point-phone';
import { canonicalUrl, decodeSlug, profileHandle, webAddress } from './point-url';

/**
 * `key` is what is indexed and matched; keys of different kinds never coincide, but for a WhatsApp number and the
 * same telephone number, which are one number. `display` is what is shown. Neither is longer than a contact point
 * may be (600 and 500 characters).
 */
export type NormalPoint = { key: string; display: string } | { error: PointProblem };

/** `empty`: nothing to read in it. `invalid`: not of this kind. */
export type PointProblem = 'empty' | 'invalid';

export interface PointOptions {
  /** ISO 3166 code of the country in which numbers without `+` are dialled. */
  region?: string | undefined;
}

const LONGEST = 500;
const LABEL =
  /^(?:wechat(?: ?id)?|weixin|微信号?|微信號|whats ?app|line(?: ?id)?|qq(?:号码?|號碼?)?)\s*[:：]\s*/iu;

/** The normal form of a way to reach somebody. */
export function normalizePoint(kind: PointKind, value: string, options: PointOptions = {}): NormalPoint {
  const display = cleanLine(value.slice(0, 4 * LONGEST));
  if (!display) return { error: 'empty' };
  if (value.length > 4 * LONGEST || display.length > LONGEST) return { error: 'invalid' };
  return READERS[kind](display, options) ?? { error: 'invalid' };
}

type Reader = (text: string, options: PointOptions) => { key: string; display: string } | null;

const READERS: Record<PointKind, Reader> = {
  email,
  phone,
  whatsapp,
  handle,
  url,
  wechat: (text) => named('wechat', text, /^[a-z0-9][\w@.+-]{4,39}$/i),
  line,
  qq: (text) => named('qq', text.replace(/@qq\.com$/i, ''), /^[1-9]\d{4,11}$/),
  postal,
};

const LOCAL_PART = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^[\p{L}\p{N}\p{M}.-]+$/u;

/** The plus part stays: some people sort their mail by it, and two of them may be two people. */
function email(text: string) {
  const address = plainForm(text)
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1');
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  const host = DOMAIN.test(domain) ? webAddress(domain)?.hostname.replace(/\.$/, '') : undefined;
  if (at < 1 || !host || !LOCAL_PART.test(local)) return null;
  const key = `${local.toLowerCase()}@${host}`;
  return key.length > 254 ? null : { key, display: `${local}@${domain}` };
}

function url(text: string) {
  const address = webAddress(text);
  const key = address && canonicalUrl(address);
  return key && key.length <= LONGEST ? { key, display: key } : null;
}

/** `site:slug`, or the address of a profile page. */
function handle(text: string) {
  const page = /^(?:https?:|[\w.-]+\.\w+\/)/i.test(text) ? webAddress(text) : null;
  if (page) {
    const key = profileHandle(page);
    return key ? { key, display: key } : null;
  }
  const [, site, slug] = /^([a-z][a-z0-9.-]*):([^\s:/][^\s]*)$/i.exec(plainForm(text)) ?? [];
  if (!site || !slug) return null;
  const key = `${site.toLowerCase()}:${decodeSlug(slug)}`;
  return { key, display: key };
}

function phone(text: string, { region }: PointOptions) {
  const form = phoneForm(text, region);
  return form && { key: form.key, display: form.display };
}

function whatsapp(text: string, { region }: PointOptions) {
  const link = /^(?:https?:\/\/)?(?:wa\.me\/|api\.whatsapp\.com\/send\/?\?(?:.*&)?phone=)\+?(\d{6,15})/i.exec(
    text,
  );
  return phone(link ? `+${link[1]}` : text.replace(LABEL, ''), { region });
}

/** `@` before the name marks an official account, which is not the person of the same name. */
function line(text: string) {
  const link = /^(?:https?:\/\/)?line\.me\/(?:R\/)?ti\/p\/~?([^?/]+)/i.exec(text)?.[1];
  return named('line', link?.replace(/^%40/, '@') ?? text, /^@?[a-z0-9][\w.-]{1,29}$/i);
}

/** Names on these services do not tell upper from lower case. */
function named(service: 'wechat' | 'line' | 'qq', text: string, shape: RegExp) {
  const name = plainForm(text).replace(LABEL, '');
  if (!shape.test(name)) return null;
  return { key: `${service}:${name.toLowerCase()}`, display: name };
}

/** Spaces and punctuation are written in many ways; letters and digits are the address. */
function postal(text: string) {
  const words = plainForm(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
  const key = words.replace(/(?<=\p{sc=Han}) | (?=\p{sc=Han})/gu, '');
  return key ? { key: `postal:${key}`, display: text } : null;
}
