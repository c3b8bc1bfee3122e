import type { Found } from './paste-points';
import { isAddressed, isChineseName, isCompany, isLatinName, isTitle, unglue } from './paste-words';

interface Piece {
  text: string;
  start: number;
}

const LABELS: [string, RegExp][] = [
  [
    'name',
    /^(?:姓名|名字|联系人|聯絡人|聯繫人|收货人|收件人|收貨人|负责人|負責人|name|contact(?: person)?)\s{0,2}:\s{0,2}(.{2,60})$/iu,
  ],
  [
    'company',
    /^(?:公司(?:名称|名稱)?|单位|單位|企业|企業|company|organi[sz]ation)\s{0,2}:\s{0,2}(.{2,80})$/iu,
  ],
  ['title', /^(?:职位|职务|职称|職位|職務|職稱|岗位|title|position|role)\s{0,2}:\s{0,2}(.{2,60})$/iu],
];
/** Between parts of one line: signs, wide gaps, a hyphen in spaces, a space behind Chinese. */
const SEPARATOR =
  /[\n\r|·•;<>"“”]+|[,、](?!\s?(?:ltd|inc|llc|limited|gmbh|corp|co\b|s\.a|phd|mba|md|jr|sr))|\/(?=\s|\p{sc=Han})|\t+|\s{2,}|\s[-–—/]\s|(?<=[\p{sc=Han})])\s(?=\S)/giu;
const TWINS =
  /^(\p{L}[^()]{3,40}?)\s?\((\p{sc=Han}{2,4})\)$|^(\p{sc=Han}{2,4})\s?\(([^()]{3,40})\)$|^([^\p{sc=Han}()]{3,40}) (\p{sc=Han}{2,4})$/u;
const SPEAKER =
  /^[ \t]*(?:\[[^\]\n]{4,25}\][ \t]*)?(?<name>[^\s:[\]\d][^\n:[\]\d]{1,40}?)(?::[ \t]|[ \t]+(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?[ \t]+)?(?:上午|下午|晚上)?\d{1,2}:\d\d)/gmu;
const INTRODUCED = [
  /(?:我是|我叫|本人是?)(?:(?<company>[\p{sc=Han}A-Za-z]{2,20}?)的)?(?<name>\p{sc=Han}{2,4})(?=[\s,.!。~]|$)/gu,
  /\b(?:[Mm]y name is|[Tt]his is|I am|I['’]m) (?<name>\p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’-]{1,20}){0,2})(?: (?:from|at|of|with) (?<company>\p{Lu}[\p{L}&'-]{1,25}(?: \p{Lu}[\p{L}&'-]{1,25}){0,3}))?/gu,
];
/** Where somebody works and as what, in a sentence: 现在在诚品当采购. */
const WORKS =
  /(?<![\p{L}\p{N}])我?(?:现在|現在|目前)?在(?<company>[\p{sc=Han}A-Za-z0-9]{2,20}?)(?:当|當|做|担任|擔任|任职|任職)(?<title>\p{sc=Han}{2,10})(?![\p{L}\p{N}])/gu;

/**
 * Names, titles and companies in what is left of a text when the ways to reach somebody are taken out.
 * @param domains names of mail domains (`acme` of li@acme.example): a part that says the same is the company
 */
export function findRoles(text: string, domains: string[]): Found[] {
  const found = [...introductions(text), ...workplaces(text), ...speakers(text)];
  for (const piece of pieces(text)) {
    const labelled = LABELS.flatMap(([field, pattern]) => {
      const value = pattern.exec(piece.text)?.[1];
      return value
        ? [role(field, value, piece.start + piece.text.length - value.length, 0.95, piece.start)]
        : [];
    });
    found.push(...(labelled.length > 0 ? labelled : unlabelled(piece, domains)));
  }
  return found;
}

function unlabelled(piece: Piece, domains: string[]): Found[] {
  const at = /^(?<title>.{3,50}?) (?:at|@) (?<company>\S.{1,50})$/.exec(piece.text);
  if (at?.groups && isTitle(at.groups.title!)) {
    const { title = '', company = '' } = at.groups;
    return [
      role('title', title, piece.start, 0.85),
      role('company', company, piece.start + piece.text.length - company.length, 0.8),
    ];
  }
  const found: Found[] = [];
  let start = piece.start;
  for (const part of unglue(piece.text)) {
    const squashed = part.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    if (isCompany(part)) found.push(role('company', part, start, 0.85));
    else if (domains.includes(squashed)) found.push(role('company', part, start, 0.75));
    else if (isTitle(part) && !isAddressed(part)) found.push(role('title', part, start, 0.8));
    else if (isAddressed(part)) found.push(role('name', part, start, 0.5));
    else if (isChineseName(part)) found.push(role('name', part, start, 0.8));
    else if (isLatinName(part)) found.push(role('name', part, start, 0.7));
    start += part.length;
  }
  return found;
}

/** Short parts of lines; a sentence is none. */
function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  const push = (raw: string, start: number) => {
    const value = raw
      .trim()
      .replace(/^(?:from|发件人|寄件者|寄件人)\s{0,2}:\s{0,2}/i, '')
      .replace(/[,.:，。]+$/, (end) => (end.startsWith('.') ? end : ''));
    if (value.length < 2 || value.length > 80 || /[。!?]/.test(value)) return;
    const at = start + raw.indexOf(value);
    const twins = TWINS.exec(value);
    if (!twins || isCompany(value)) found.push({ text: value, start: at });
    else
      for (const twin of twins.slice(1))
        if (twin) found.push({ text: twin, start: at + value.indexOf(twin) });
  };
  let from = 0;
  for (const match of text.matchAll(SEPARATOR)) {
    push(text.slice(from, match.index), from);
    from = match.index + match[0].length;
  }
  push(text.slice(from), from);
  return found;
}

function introductions(text: string): Found[] {
  return INTRODUCED.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { name = '', company } = match.groups ?? {};
      const chinese = /^\p{sc=Han}/u.test(name);
      if (chinese ? !isChineseName(name) : !/^\p{Lu}/u.test(name)) return [];
      const start =
        match.index +
        match[0].lastIndexOf(name, company && !chinese ? match[0].indexOf(company) - 1 : undefined);
      const found = [role('name', name, start, 0.85)];
      if (company)
        found.push(
          role(
            'company',
            company,
            match.index + match[0].lastIndexOf(company, chinese ? start - match.index : undefined),
            0.7,
          ),
        );
      return found;
    }),
  );
}

function workplaces(text: string): Found[] {
  return [...text.matchAll(WORKS)].flatMap((match) => {
    const { title = '', company = '' } = match.groups ?? {};
    if (!isTitle(title)) return [];
    const start = (value: string) => match.index + match[0].lastIndexOf(value);
    return [role('title', title, start(title), 0.85), role('company', company, start(company), 0.8)];
  });
}

/** Who speaks in a copied chat: `王小明 10:23`, `[21.11.26, 10:23] Anna Schmidt: hi`. */
function speakers(text: string): Found[] {
  return [...text.matchAll(SPEAKER)].flatMap((match) => {
    const name = match.groups?.name?.trim() ?? '';
    if (!isChineseName(name) && !isLatinName(name)) return [];
    return [role('name', name, match.index + match[0].indexOf(name), 0.75)];
  });
}

function role(field: string, value: string, start: number, confidence: number, from = start): Found {
  return { field, value, start, end: start + value.length, from, confidence };
}
