import type { PointKind } from '@/lib/crm/contacts';
import type { DraftBuilder } from './draft-builder';
import type { Attribute } from './ldif';
import type { AddressPart, NamePart } from './mapping';
import { birthdayOf } from './moment';
import { type AddressParts, addressValue, joinedAddress } from './name-parts';
import { photoOf } from './photo';
import type { Tally } from './tally';

/** Kinds and labels of RFC 4519, inetOrgPerson, and Mozilla's address book. */
const POINTS: Readonly<Record<string, [PointKind, string?]>> = {
  mail: ['email'],
  rfc822mailbox: ['email'],
  mozillasecondemail: ['email'],
  telephonenumber: ['phone', 'work'],
  homephone: ['phone', 'home'],
  mobile: ['phone', 'mobile'],
  cellphone: ['phone', 'mobile'],
  mobiletelephonenumber: ['phone', 'mobile'],
  facsimiletelephonenumber: ['phone', 'fax'],
  fax: ['phone', 'fax'],
  pager: ['phone', 'pager'],
  pagerphone: ['phone', 'pager'],
};
const FACTS: Readonly<Record<string, string>> = {
  o: 'company',
  company: 'company',
  ou: 'department',
  department: 'department',
  departmentnumber: 'department',
  title: 'title',
  mozillanickname: 'nickname',
  xmozillanickname: 'nickname',
  preferredlanguage: 'language',
  manager: 'manager',
  secretary: 'assistant',
  employeetype: 'employee type',
};
const NAMES: Readonly<Record<string, NamePart>> = {
  sn: 'family',
  surname: 'family',
  givenname: 'given',
  gn: 'given',
  personaltitle: 'prefix',
  generationqualifier: 'suffix',
};
const PLACES: Readonly<Record<string, [string, AddressPart]>> = {
  street: ['work', 'street'],
  streetaddress: ['work', 'street'],
  mozillaworkstreet2: ['work', 'extended'],
  l: ['work', 'city'],
  locality: ['work', 'city'],
  st: ['work', 'region'],
  region: ['work', 'region'],
  postalcode: ['work', 'code'],
  c: ['work', 'country'],
  co: ['work', 'country'],
  countryname: ['work', 'country'],
  postofficebox: ['work', 'box'],
  homestreet: ['home', 'street'],
  mozillahomestreet: ['home', 'street'],
  mozillahomestreet2: ['home', 'extended'],
  mozillahomelocalityname: ['home', 'city'],
  mozillahomestate: ['home', 'region'],
  mozillahomepostalcode: ['home', 'code'],
  mozillahomecountryname: ['home', 'country'],
};
const DATES = { year: 'birthyear', month: 'birthmonth', day: 'birthday' };
/** Of the directory, not of the person. */
const SILENT =
  /^(?:dn|objectclass|changetype|modifytimestamp|createtimestamp|entrydn|structuralobjectclass)$/;

export function takeAttributes(all: Attribute[], into: DraftBuilder, unmapped: Tally): void {
  const places = new Map<string, AddressParts>();
  const given = (name: string) => all.find((one) => one.name === name)?.value.trim() ?? '';
  for (const one of all) {
    const { name, options, value, binary } = one;
    const text = value.trim();
    const inLanguage = options.some((option) => option.startsWith('lang-'));
    if (/^(?:jpegphoto|thumbnailphoto|photo)$/.test(name) && binary !== null) takePhoto(binary, into);
    else if (binary === null && text === '') continue;
    else if (SILENT.test(name) || /^birth(?:year|month|day)$/.test(name)) continue;
    else if (binary !== null || inLanguage || !takeOne(name, text, places, into)) {
      unmapped.add([name, ...options].join(';'), 1);
      into.keep({ name: [name, ...options].join(';'), value: binary ?? value });
    }
  }
  const birthday = birthdayOf(given(DATES.year), given(DATES.month), given(DATES.day));
  if (birthday) into.date('birthday', birthday);
  for (const [place, parts] of places) {
    into.point('postal', joinedAddress(parts), place);
    into.keep({ name: 'ADR', params: { TYPE: [place] }, value: addressValue(parts) });
  }
}

function takeOne(name: string, text: string, places: Map<string, AddressParts>, into: DraftBuilder): boolean {
  const point = POINTS[name];
  const place = PLACES[name];
  if (point) into.point(point[0], text, point[1]);
  else if (FACTS[name]) into.fact(FACTS[name], nameInDn(text));
  else if (NAMES[name]) into.namePart(NAMES[name], text);
  else if (place) {
    const parts = places.get(place[0]) ?? {};
    const dollars = text.replace(/\s*\$\s*/g, ', ');
    places.set(place[0], { ...parts, [place[1]]: [parts[place[1]], dollars].filter(Boolean).join(', ') });
  } else if (name === 'cn' || name === 'commonname' || name === 'displayname') into.name(text);
  else if (name === 'description' || name === 'notes') into.note(text);
  else if (name === 'postaladdress' || name === 'homepostaladdress')
    into.point('postal', text.replace(/\s*\$\s*/g, ', '), name.startsWith('home') ? 'home' : 'work');
  else if (/^(?:mozilla)?(?:work|home)url$|^(?:labeleduri|url|homeurl|workurl)$/.test(name)) {
    const [, address = text, label = ''] = /^(\S+)\s+(.*)$/s.exec(text) ?? [];
    into.page(address, label || (name.includes('home') ? 'home' : name.includes('work') ? 'work' : ''));
  } else return false;
  return true;
}

/** `cn=Ana Duarte,ou=people` names a person by the place in the tree: the name is what a reader knows. */
function nameInDn(text: string): string {
  return /^(?:cn|uid)=([^,]{1,200}),/i.exec(text)?.[1] ?? text;
}

function takePhoto(base64: string, into: DraftBuilder): void {
  const photo = photoOf(base64);
  if (typeof photo === 'string') into.hold(photo, 'jpegPhoto', '');
  else into.photo(photo);
}
