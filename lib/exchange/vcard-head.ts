/** What stands before the colon of a line. */
export interface Head {
  /** `item1`, as written; empty without one. */
  group: string;
  /** In capitals. */
  name: string;
  /** Names in capitals, values as written, without their quotes. */
  params: Record<string, string[]>;
}

/** A parameter that vCard 2.1 writes without its name. */
const BARE_ENCODING = /^(?:BASE64|B|QUOTED-PRINTABLE|8BIT|7BIT)$/i;
const BARE_VALUE = /^(?:URL|INLINE|CONTENT-ID|CID)$/i;

/** Head and value of a line: the first colon outside quotes parts them. Null where there is none. */
export function splitLine(line: string): { head: Head; value: string } | null {
  const found = pieces(line);
  if (!found) return null;
  const [full = '', ...parameters] = found.head;
  const dot = full.lastIndexOf('.');
  const params: Head['params'] = {};
  for (const parameter of parameters) {
    const [name, values] = named(parameter.trim());
    if (!name || name === '__proto__') continue;
    params[name] = [...(params[name] ?? []), ...values];
  }
  const head = {
    group: full.slice(0, Math.max(0, dot)).trim(),
    name: full
      .slice(dot + 1)
      .trim()
      .toUpperCase(),
    params,
  };
  return { head, value: found.value };
}

/** The line of a head and a value. */
export function writeLine({ group, name, params }: Head, value: string): string {
  const written = Object.entries(params).map(
    ([key, values]) => `;${key}=${values.map((one) => (/[:;,]/.test(one) ? `"${one}"` : one)).join(',')}`,
  );
  return `${group ? `${group}.` : ''}${name}${written.join('')}:${value}`;
}

function pieces(line: string): { head: string[]; value: string } | null {
  return cut(line, true) ?? cut(line, false);
}

/** A quote that is never closed is no quote. */
function cut(line: string, quotes: boolean): { head: string[]; value: string } | null {
  const head: string[] = [];
  let inside = false;
  let start = 0;
  for (let index = 0; index < line.length; index += 1) {
    const sign = line[index];
    if (sign === '"' && quotes) inside = !inside;
    if (inside || (sign !== ';' && sign !== ':')) continue;
    head.push(line.slice(start, index));
    start = index + 1;
    if (sign === ':') return { head, value: line.slice(start) };
  }
  return null;
}

function named(parameter: string): [string, string[]] {
  const equals = parameter.indexOf('=');
  if (equals >= 0) {
    const values = parameter.slice(equals + 1).match(/"[^"]*"|[^,"]+/g) ?? [];
    return [
      parameter.slice(0, equals).trim().toUpperCase(),
      values.map((value) => value.trim().replace(/^"|"$/g, '')).filter((value) => value !== ''),
    ];
  }
  if (BARE_ENCODING.test(parameter)) return ['ENCODING', [parameter]];
  if (BARE_VALUE.test(parameter)) return ['VALUE', [parameter]];
  return [parameter ? 'TYPE' : '', [parameter]];
}
