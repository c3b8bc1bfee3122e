/** Words of the bar with which a page is taught. It stands in the page itself, whose script bears them all. */
export default {
  teach: 'Teach Sidelight this page',
  name: 'Click the name of whoever sent this message.',
  address: 'No address stands there. Click the address of the sender.',
  recipient: 'Click one of those who received it.',
  row: 'Click a name in the list of messages.',
  keys: 'Or choose with Tab, then Enter. Esc ends.',
  nameless: 'There is no address',
  skip: 'Nobody is named',
  only_list: 'This page is a list',
  add_list: 'Add the list of messages',
  back: 'Back',
  says: 'This page says:',
  to: 'To: {people}',
  list: 'List of {count}: {people}',
  unnamed: 'no name',
  by_name: 'By the name alone',
  save: 'Save',
  again: 'Start again',
  away: 'Throw away',
  failed:
    'Nothing lasting on this page tells this person from others. Click another place, such as the name itself.',
  failed_list:
    'The names of this list are not told apart from its other texts. Click the name itself, in a list of two or more.',
  unsaved: 'It was not saved. Reload the page and teach it once more.',
  saved:
    'Saved. Such pages of this site are read from now on, also where they are open already. Settings, Sites takes it back.',
  close: 'Close',
} as const;
