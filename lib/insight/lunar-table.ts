/**
 * The months of the lunar years 1600 to 2399, as lunar-typescript computes them for Beijing time (GB/T 33661): three
 * letters a year, each six bits. The lower 13 bits tell which months have 30 days, the first month lowest; the upper
 * ones the number of the month that is followed by a leap month, or 0. A test makes the table anew and compares: the
 * library itself weighs 370 kB, which the worker would read at every start.
 */
const TABLE = [
  'AulAtJFqTAqVTUtAVWAq1NWqAXSA2lH1KA1KWqVAqXAVWQq1ArZAbSI6lA8lAZKEyXAqrVVaAVq',
  'AtpNdSAeSAslJZLApLXSrAKtAWtQupA2pA2SJ0lA0lApVDStAK2XW1AbUA7JN6SA6SA0mIpWApb',
  'ATWEbVAbVNbJAdJAaTLUrAUrApbHVaAVqOtlAulAtJNqVAqVAUtIqtAq1AWqEulA2lP1KA1KAyW',
  'LUuAVWAq1HWyAbSQ6lAclAZLMyXASrAVbIrWAtqAdSHclAslPpLApNASrKVrAWtAuqHtSA2SP0l',
  'A0lApVNStAS2AW1I2qA7JA6SH0mA0mOpWApbAVaKbVAdVAdJG6TAaTRUrAUrAqrNVaAVqAtlJdK',
  'AtKAqVHUrAUtOqtAq1AWqKulA2lA1KJ0VAyWTlWAVWArVNWyAbSA6lI6KAaLAyXGlWAVbOraAtq',
  'AdSLclAtFAqLJSrAStSlrAW1AuqNtUA2iA1FLqNAqVAStEmtAa1O2qA7KA6iL1GA1KAqWHU2AVa',
  'UrVAtlAdSM6lAalAVLKqXAqrAVaGrVAtlPdSA1SAsVLVLAVNAqtJVqAWyAupF1SA2SN0VA0mAlW',
  'IqtArWAXUE2pA7JM6KAaLA0nKlWAlbAraHbUAdUAdFFaLAqTNUrAStAltItqAuqAukHtFA1FPqV',
  'AqVAUtKqtAq1A2qJ2kA6kT1KA1KAqWNU2AVaArVJbKAdSA6lHVKAVLOqXAqrAVaKtVAupAdSJql',
  'AslRpLAlNAqtPVqAW0AupL1SA2SA0lHpNAlWRK1ArWAbUK2pA7JA6SI0mAUnUpXAlbAtaNbUAdU',
  'AdJLaTAqTAUrGpbAltOtqA2qAukLtJA1JAqVJUrAUtAqtFVqA2qN2kA6kA1KKqVAqXAVWGq1ArV',
  'RbSAdSA6lLZKAZLAqbJVWAVqAtZFdSAdSNslAslApLLSrAKtAVrEtpA2pP2SA6SA0lLpNApWAK2',
  'JW1AbUA6pF6SA6SM0mAUrApXLK2AtaAbUG7JAdJPaTAqTAUrMpbAqtAVqJtVAukAtJFqTAqVPUt',
  'AU2AqtLWqAWyA2lH1KA1KQqVAqXAVWMq1ArVAbSI6lA6lAZKGyXAqbPVaAVqAtpLdSAtSAslJZL',
  'ApLRSrAKtAVtMtpA2pA2SJ0lA0lVpNApWAK2MW1AbVA6pL6SA6SA0mGpWApXRTWANaAbVLbJAdJ',
  'AaTJUrAUrApbFVaAVqPtVAukAtJLqTAqVAUtIqtAq1TWqAXSA2lN1KA1KAyVJUuAVWAq1FWyAbS',
  'M6lAclAZLKyXAyrAVaGrWAtpXdSAtSAslNpLApLASrKVbAWtAtqFtSA2SP0lA0lApVLStAS2AW1',
  'G2qA7JR6SA6SA0mMpWApXATWIbVAdVAdJG6TAaTPUrAUrApbLVaAVqAtlJdKAtKRqVAqVAUtMqt',
  'Aq1AWqIulA2lA1KHyVAyWPlOAVWAq1LWyAbSA6lI5KAaLQyXASrAVbMrWAtqAdSJclAtFAqLFSb',
  'ASrOlbAWtAuqLtSA2SA0lJpLApVTStAS2Aa1M2qA7JA6SJ0mA0qApWHS2AVWOrVAtVAdKK6TAaV',
  'AUrIpXAqbXVaAVqAtlNdKAtKAsVLUrAVNAqtFVqAWqOulA2lA1KL0VA0WAlOIqtArWXW0AbSA6l',
  'M6KAaLA0XKlWAlbAraHbUAdUPdFAtFAqLNUrAStAlrItaA2qVtUA2iA1FNqVAqVAUtKqtAq1A2q',
  'H2kA6iP1GA1KAqWNU2AVaArVJbKAdSA6lE1KAVLMqXAqrAVaKrVAtlAdSHqlAslPpLAlNAqtNVq',
  'AW0AupJtSA2ST0lA0mAlWNKtArWAbUI2pA7JA6SG0mAUnOpXAlbAraLbUAdUAdJJaTAqTTUrAUt',
  'AltOtqA2qAukLtJA1JAqVHUrAUtQqtAq1A2qL2kA6kA1KJqVAqWXU2AVaArVNbSAdSA6lLZKAZL',
  'AqXHVWAVaOtVAupAdSNslAslApLLSbAKtAVrCtpA2pP1SA2SA0lLpNApWAK1HWtAbUQ2pA7JA6S',
  'M0mAUnApXJK2AtaAbUE6pAdJNaTAqTAUrKpbAptAVqHtVAukPtJA1JAqVNUtAUuAqtJVqAWyA2l',
  'F1KA1KMqVAqXAVWKq1ArVAbSG6lA6lPZKAZLAqbNVWAVqAtZJdSAtSVslAslApLPSrAKtAVtKtp',
  'A2pA2SH0lA0lRpNApWAK2MWtAbVA6pJ6SA6SA0mGpWApXPS2ANaAbVLbJAdJAaTJUrAUrQpbAqt',
  'AVqNtVAukAtJLqTAqVAUtCpdAqtPWqAXSA2lL1KA1KAyVJUuAVWQq1ArVAbSM6lA6lAZKKyXASb',
  'AVbErWAtpPdSAtSAslLpLApLASrIVbAWtUtqA2pA2SN0lA0lApNJStAS2AW1E2qA7JN6SA6SA0m',
].join('');

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
export const FIRST_YEAR = 1600;
export const LAST_YEAR = 2399;
/** Day number of the first day of the first year. */
const FIRST_DAY = -135_096;
/** Years and days after which the moon's months fall on the same days of the sun's year, to within two hours (Meton). */
const CYCLE_YEARS = 19;
const CYCLE_DAYS = 6939.688;

/** The lengths of a year's months in order, the number of its leap month or 0, and the number of its first day since 1970. */
export interface PackedYear {
  lengths: number[];
  leap: number;
  firstDay: number;
}

const starts: number[] = [];

function unpack(year: number): Omit<PackedYear, 'firstDay'> {
  const at = 3 * (year - FIRST_YEAR);
  const [high, middle, low] = [0, 1, 2].map((offset) => LETTERS.indexOf(TABLE[at + offset]!));
  const bits = (high! << 12) | (middle! << 6) | low!;
  const leap = bits >> 13;
  const lengths = Array.from({ length: leap ? 13 : 12 }, (_, month) => ((bits >> month) & 1 ? 30 : 29));
  return { lengths, leap };
}

function startOf(year: number): number {
  if (starts.length === 0) {
    let day = FIRST_DAY;
    for (let one = FIRST_YEAR; one <= LAST_YEAR; one += 1) {
      starts.push(day);
      day += unpack(one).lengths.reduce((sum, days) => sum + days, 0);
    }
  }
  return starts[year - FIRST_YEAR]!;
}

/** A lunar year. One outside the table is that of the nearest cycle in it, moved by whole cycles: right to a day or two. */
export function packedYear(year: number): PackedYear {
  const outside = year < FIRST_YEAR ? year - FIRST_YEAR : Math.max(0, year - LAST_YEAR);
  const cycles = Math.sign(outside) * Math.ceil(Math.abs(outside) / CYCLE_YEARS);
  const known = year - cycles * CYCLE_YEARS;
  return { ...unpack(known), firstDay: startOf(known) + Math.round(cycles * CYCLE_DAYS) };
}
