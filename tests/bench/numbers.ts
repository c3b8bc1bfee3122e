/** Invented people by number: the same number is always the same person. Free of the product: both sides import it. */

export const COMPANY_SIZE = 20;
const GIVEN = [
  'Ada',
  'Bo',
  'Carla',
  'Deniz',
  'Emeka',
  'Farah',
  'Gita',
  'Hugo',
  'Ines',
  'Jun',
  '伟',
  '秀英',
  '志强',
];
const FAMILY = [
  'Abel',
  'Brandt',
  'Castro',
  'Dahl',
  'Eze',
  'Fontaine',
  'Gupta',
  'Holm',
  'Ito',
  'Jansen',
  '王',
  '陈',
];

export const nameOf = (n: number): string =>
  `${GIVEN[n % GIVEN.length]} ${FAMILY[Math.floor(n / GIVEN.length) % FAMILY.length]} ${n}`;
export const addressOf = (n: number): string => `person${n}@company${Math.floor(n / COMPANY_SIZE)}.example`;

/** A number that looks like chance and is always the same for the same n (Knuth's multiplicative hash), below `top`. */
export const pick = (n: number, top: number): number => (Math.imul(n + 1, 2_654_435_761) >>> 8) % top;

/** A third of them were written to last, so that a day's plan has somebody to advise on: who waits for an answer is owed that first. */
export const isAnswered = (n: number): boolean => n % 3 === 1;
