import type { LateWords } from '../words';

const words: LateWords = {
  number: 'Your number',
  sent: 'Sent',
  waiting: 'Kept here. It is sent when there is a connection.',
  refused: 'This survey takes no more answers.',
  byHand: 'Your answer could not be sent from here. Send it yourself: only the recipient can read it.',
  mail: 'Send by mail',
  save: 'Save file',
  copy: 'Copy',
  copied: 'Copied',
  faults: {
    required: 'This needs an answer.',
    email: 'This is no address. It looks like name@example.com.',
    emailEnd: 'The address ends after the @. Add the rest, such as example.com.',
    phone: 'This is no telephone number. Use digits, with a + for the country.',
    number: 'This is no number. Use digits only.',
    low: 'This is too low. Choose a higher value.',
    high: 'This is too high. Choose a lower value.',
    step: 'This value lies between two steps. Choose the next one.',
    date: 'This is no date. It looks like 2026-11-21.',
    few: 'Choose more.',
    many: 'Choose fewer.',
    long: 'This is too long.',
    other: 'Write what you mean by it.',
    rows: 'Some rows have no answer yet.',
    choice: 'Choose one of these.',
  },
};
export default words;
