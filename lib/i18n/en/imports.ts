/** Why a file, or a part of it, is not taken: `FileProblem` and `HeldReason` of lib/exchange. */
export default {
  problem_empty: 'The file is empty. Choose another one.',
  problem_zip: 'This is an archive. Unpack it, and choose the .vcf, .xlsx or .csv file inside.',
  problem_workbook:
    'This kind of workbook cannot be read here. Save it as .xlsx or CSV in Excel or LibreOffice, and choose that file.',
  problem_locked:
    'This workbook has a password. Take it off in Excel or LibreOffice, and choose the file again.',
  problem_broken:
    'This workbook is damaged. Open it in Excel or LibreOffice, save it anew, and choose that file.',
  problem_binary:
    'This is not a text file. Export the contacts as vCard, Excel or CSV, and choose that file.',
  problem_backup: 'This is a backup of Sidelight. Restore it in Settings, under Backup.',
  problem_json: 'JSON files cannot be read here. Export the contacts as vCard or CSV.',
  problem_calendar: 'This is a calendar. Export the contacts as vCard or CSV.',
  problem_markup:
    'This is a web page or an XML file. If Excel or LibreOffice opens it, save it there as .xlsx; if not, export the contacts as vCard or CSV.',
  problem_large: 'The file is too large. Split it, and import the parts one after the other.',
  problem_encoding: 'The text encoding is not known. Choose another one.',
  problem_answers: 'This is no table of answers: its rows have no columns. Export the answers as CSV.',
  problem_columns:
    'No column is a name or an address. Give the first row such headings as Name, Email, Phone.',
  problem_nobody: 'There is nobody in this file.',
  held_nobody: 'neither a name nor an address',
  held_line: 'cannot be read',
  held_quote: 'a quotation mark is not closed',
  held_group: 'a group, not a person',
  held_date: 'no date',
  held_date_order: 'day and month may be swapped',
  held_digits: 'a spreadsheet program has shortened this number: digits are lost',
  held_long: 'too long for a field',
  held_many: 'more values than a contact may have',
  held_bytes: 'some characters cannot be read in this encoding',
  held_photo: 'not a picture that can be read',
  held_photo_large: 'a picture of more than 20 MB',
  held_photo_pixels: 'a picture too large to be opened: at most 40 megapixels',
  held_url: 'only a link, which is not opened',
  held_no_contact: 'no contact is named',
  held_unknown: 'only a number of another program, which no contact has',
  held_answer: 'no question is answered in this row',
  held_twice: 'another answer in this file has the same number',
  held_value: 'not an answer to this question',
  held_amount: 'no amount, or no currency',
} as const;
