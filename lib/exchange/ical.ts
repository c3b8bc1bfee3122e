import ICAL from 'ical.js';

// It counts without the space that begins a folded line, and a line has 75 octets at most.
ICAL.foldLength = 74;

export { ICAL };
