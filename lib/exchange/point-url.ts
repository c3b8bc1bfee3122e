/** Parameters that say where a click came from, not what is shown. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|igsh|mc_[ce]id|_hs\w+|trk|trackingid|lipi|spm|share_source|ref_src|vero_id|si)$/i;

/** Profile pages whose address carries the handle: host, path with the handle as first group, name of the site. */
const PROFILES: [host: RegExp, path: RegExp, site: string][] = [
  [/^(?:[a-z]{2}\.)?linkedin\.(?:com|cn)$/, /^\/in\/([^/]+)/, 'linkedin'],
  [/^github\.com$/, /^\/([^/]+)\/?$/, 'github'],
  [/^(?:mobile\.)?(?:x|twitter)\.com$/, /^\/@?([^/]+)\/?$/, 'x'],
  [
    /^(?:(?:m|web|mbasic)\.)?facebook\.com$/,
    /^\/(?:profile\.php\?(?:.*&)?id=|people\/[^/]+\/)(\d+)/,
    'facebook',
  ],
  [/^(?:(?:m|web|mbasic)\.)?facebook\.com$/, /^\/(?!profile\.php)([^/?]+)\/?(?:\?|$)/, 'facebook'],
  [/^instagram\.com$/, /^\/([^/]+)\/?$/, 'instagram'],
  [/^t\.me$/, /^\/([^/]+)\/?$/, 'telegram'],
  [/^(?:m\.)?weibo\.(?:com|cn)$/, /^\/(?:u\/|n\/|profile\/)?([^/]+)\/?$/, 'weibo'],
  [/^zhihu\.com$/, /^\/(?:people|org)\/([^/]+)/, 'zhihu'],
  [/^xing\.com$/, /^\/profile\/([^/]+)/, 'xing'],
  [/^bsky\.app$/, /^\/profile\/([^/]+)/, 'bluesky'],
];

/** Reads a web address; the scheme may be missing. Null for other schemes, credentials and hosts without a dot. */
export function webAddress(text: string): URL | null {
  if (/\s/.test(text)) return null;
  const scheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.exec(text)?.[0].toLowerCase();
  if (scheme && scheme !== 'http:' && scheme !== 'https:') return null;
  try {
    const url = new URL(scheme ? text : `https://${text.replace(/^\/\//, '')}`);
    const named = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:[a-z]{2,}|xn--[a-z0-9-]+)\.?$/.test(url.hostname);
    return named && !url.username && !url.password ? url : null;
  } catch {
    return null;
  }
}

/**
 * The one form of a web address: `https://`, host in lower case and ASCII without `www.`, no tracking parameters,
 * no trailing slash. A fragment stays only where it is a route (`#/...`, `#!...`).
 */
export function canonicalUrl(url: URL): string {
  const host = url.host.replace(/^www\./, '').replace(/\.(?=:|$)/, '');
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  const search = query.length > 0 ? `?${new URLSearchParams(query)}` : '';
  const route = /^#[/!]/.test(url.hash) ? url.hash : '';
  const path = url.pathname.replace(/\/+$/, '');
  return `https://${host}${path}${search}${route}`;
}

/** `site:slug` of a profile page, percent-decoded and in lower case; null when the page is none that we know. */
export function profileHandle(url: URL): string | null {
  const host = url.hostname.replace(/^www\./, '');
  for (const [hosts, path, site] of PROFILES) {
    const slug = hosts.test(host)
      ? path.exec(site === 'facebook' ? url.pathname + url.search : url.pathname)?.[1]
      : undefined;
    if (slug) return `${site}:${decodeSlug(slug)}`;
  }
  return null;
}

/** Percent-decoded, composed, lower case, without a leading `@`: the form in which two handles are compared. */
export function decodeSlug(slug: string): string {
  let decoded = slug;
  try {
    decoded = decodeURIComponent(slug);
  } catch {
    // A stray % is part of the name.
  }
  return decoded.normalize('NFC').toLowerCase().replace(/^@/, '');
}
