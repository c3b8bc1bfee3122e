/** Why a file, or a part of it, is not taken: `FileProblem` and `HeldReason` of lib/exchange. */
export default {
  problem_empty: 'The file is empty. Choose another one.',
  problem_zip: 'This is an archive. Unpack it, and choose the .vcf or .csv file inside.',
  problem_binary: 'This is not a text file. Export the contacts as vCard or CSV, and choose that file.',
  problem_backup: 'This is a backup of Sidelight. Restore it in Settings, under Backup.',
  problem_json: 'JSON files cannot be read here. Export the contacts as vCard or CSV.',
  problem_calendar: 'This is a calendar. Export the contacts as vCard or CSV.',
  problem_markup: 'This is a web page or an XML file. Export the contacts as vCard or CSV.',
  problem_large: 'The file is too large. Split it, and import the parts one after the other.',
  problem_columns:
    'No column is a name or an address. Give the first row such headings as Name, Email, Phone.',
  problem_nobody: 'There is nobody in this file.',
  held_nobody: 'neither a name nor an address',
  held_line: 'cannot be read',
  held_quote: 'a quotation mark is not closed',
  held_group: 'a group, not a person',
  held_date: 'no date',
  held_date_order: 'day and month may be swapped',
  held_long: 'too long for a field',
} as const;
