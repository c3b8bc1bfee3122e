/** Words for surveys that were made elsewhere. */
export default {
  bring: 'From a file',
  bring_how:
    'A survey of SurveyJS, Formbricks or Qualtrics (JSON or QSF). The file is read on this computer.',
  bring_title: 'From {name}',
  read_one: '{count} question was read.',
  read_other: '{count} questions were read.',
  all_read: 'Everything has a counterpart.',
  lost_one: '{count} thing has no counterpart here:',
  lost_other: '{count} things have no counterpart here:',
  make: 'Make the survey',
  file: 'File',

  why_type: 'There is no such type of question.',
  why_option: 'The question is there, without this.',
  why_rule: 'This condition cannot be said here: set it anew in the builder.',
  why_empty: 'It has no words.',
  why_code: 'Nothing of a file is run, and it has no counterpart.',
  why_flow: 'The way through the survey is set by rules of pages here.',
  why_long: 'It is too long, and was cut.',

  problem_large: 'The file is larger than a survey is.',
  problem_json: 'The file is no JSON. Choose the file that the other program exports.',
  problem_unknown: 'The file is no survey of SurveyJS, Formbricks or Qualtrics.',
  problem_empty: 'The file has no question that could be asked here.',
} as const;
