/** Words of the sites that the user taught. */
export default {
  taught: 'Sites that you taught',
  taught_none:
    'None yet. Where a message is not recognised, choose “Teach Sidelight this page” behind the button in the toolbar.',
  taught_about: 'These work only where the site is switched on.',
  since: 'since {month}',
  save_file: 'Save as file',
  save_file_of: 'Save as file: {hosts}',
  forget: 'Forget',
  forget_of: 'Forget {hosts}',
  forgotten: 'Sidelight forgot how to read {hosts}.',
  take_file: 'Add from a file',
  taken: 'Added for {hosts}. Nothing was switched on by it.',
  not_taken: 'The file was not added. What is wrong with it:',
  too_long: 'This file is too long to say how a site is read. Choose the file that was saved here.',
} as const;
