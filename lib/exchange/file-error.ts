/** Why a file gives no contact. Each has a sentence of its own in the dictionaries (`imports.problem_*`). */
export type FileProblem =
  | 'empty'
  | 'zip' // an archive, whatever its name says
  | 'workbook' // of another program or an older one than we read
  | 'locked' // by a password
  | 'broken' // a workbook of which a part is missing or damaged
  | 'binary'
  | 'backup' // Sidelight's own file: it is restored, not imported
  | 'json'
  | 'calendar'
  | 'markup' // a web page, an XML file
  | 'large'
  | 'encoding' // chosen, and unknown
  | 'answers' // no table of answers
  | 'columns' // a table in which no column is a name or an address
  | 'nobody'; // the right form, and nobody in it

/** A file from which no contact can be read. The message is the key of its sentence. */
export class FileError extends Error {
  constructor(readonly problem: FileProblem) {
    super(`imports.problem_${problem}`);
    this.name = 'FileError';
  }
}

/** Why one line, card or value is left out; a key of the dictionaries. */
export type HeldReason =
  | 'imports.held_nobody' // neither a name nor an address
  | 'imports.held_line' // not of the file's form
  | 'imports.held_quote' // a quote is opened and never closed
  | 'imports.held_group' // a list of people, not a person
  | 'imports.held_date' // a date that cannot be read
  | 'imports.held_date_order' // day and month, or month and day
  | 'imports.held_digits' // a number that a spreadsheet program has shortened
  | 'imports.held_long' // longer than a field may be
  | 'imports.held_many' // more values than a contact may have
  | 'imports.held_bytes' // bytes that mean nothing in the encoding
  | 'imports.held_photo' // not a picture
  | 'imports.held_photo_large'
  | 'imports.held_photo_pixels' // more than are decoded
  | 'imports.held_url' // stands elsewhere, and is not fetched
  | 'imports.held_no_contact' // a deal, ticket or activity of nobody
  | 'imports.held_unknown' // of somebody of whom only a number is known, and nobody has it
  | 'imports.held_answer' // no question is answered in it
  | 'imports.held_twice' // another answer of the file has its number
  | 'imports.held_value' // no answer to its question
  | 'imports.held_amount'; // an amount that cannot be read, or in no currency

export interface HeldBack {
  /** Line of a vCard or LDIF file, row of a table, from 1, with the name of the property where there is one. */
  where: string;
  reason: HeldReason;
  text: string;
}
