/** Words of the report on a survey. */
export default {
  report: 'Report',
  background: 'Background and purpose',
  method: 'Method and sample',
  scores: 'Scores and rank',
  factors: 'Key factors',
  proposals: 'Proposals',
  title: 'Report: {name}',

  about_one: '“{name}” asks {count} question.',
  about_other: '“{name}” asks {count} questions.',
  told: 'Those who were asked read: “{intro}”',
  purpose: 'Purpose',
  purpose_hint: 'What is to be decided with it, and for whom.',
  own_proposals: 'Proposals of your own',
  own_proposals_hint: 'A line each.',
  words: 'Purpose and proposals',

  on_day_one: '{count} answer came in, on {day}.',
  on_day_other: '{count} answers came in, all on {day}.',
  between_days_one: '{count} answer came in, between {first} and {last}.',
  between_days_other: '{count} answers came in, between {first} and {last}.',
  counted: 'Counted on {day}, of what had come in by then.',
  nobody: 'Nobody has answered yet.',
  languages_one: 'It was asked in one language ({langs}).',
  languages_other: 'It was asked in {count} languages ({langs}).',
  versions:
    'It was changed while it ran: there are {count} versions. Answers to one question add up where its scale stayed the same.',
  partial_one: '{count} answer is unfinished; what it says is counted.',
  partial_other: '{count} answers are unfinished; what they say is counted.',
  aside_one: '{count} answer was looked at and set aside.',
  aside_other: '{count} answers were looked at and set aside.',
  median: 'Half of those who finished took less than {time}.',
  no_rate: 'Too few were asked by a personal link to say what share answered.',
  intervals:
    'Intervals are of 95%: adjusted Wald for NPS, Wilson for shares, Student’s t for means. They tell of chance alone, not of those who did not answer.',
  intervals_no_nps:
    'Intervals are of 95%: Wilson for shares, Student’s t for means. They tell of chance alone, not of those who did not answer.',

  split: '{promoters} promoters, {passives} passives, {detractors} detractors.',
  ranked: 'Every question on a scale',
  question: 'Question',
  kind: 'Measure',
  kind_nps: 'NPS',
  kind_csat: 'Satisfied',
  kind_ces: 'Mean',

  topic_one: '{count} comment ({share}) speaks of “{term}”.',
  topic_other: '{count} comments ({share}) speak of “{term}”.',
  topic_low_one: '{count} comment ({share}) speaks of “{term}”, of somebody less satisfied for sure.',
  topic_low_other: '{count} comments ({share}) speak of “{term}”: of people who are less satisfied for sure.',
  topic_high_one: '{count} comment ({share}) speaks of “{term}”, of somebody more satisfied for sure.',
  topic_high_other:
    '{count} comments ({share}) speak of “{term}”: of people who are more satisfied for sure.',

  improve:
    'Improve {name}: it brings {share} of what moves the score, and is rated {rated} where the mean is {others}.',
  ask_group_one:
    'Talk to those of {name}: they are less satisfied than all others for sure ({count} answer).',
  ask_group_other:
    'Talk to those of {name}: they are less satisfied than all others for sure ({count} answers).',
  look_into_one: 'Look into “{term}”: who writes of it is less satisfied for sure ({count} comment).',
  look_into_other: 'Look into “{term}”: who writes of it is less satisfied for sure ({count} comments).',
  answer_them_one: 'Answer the {count} who would not recommend you, and tell them what became of it.',
  answer_them_other: 'Answer the {count} who would not recommend you, and tell them what became of it.',
  ask_again_one: 'Ask the {count} who was silent another way: only {rate} answered.',
  ask_again_other: 'Ask the {count} who were silent another way: only {rate} answered.',
  none: 'The figures propose nothing. What follows from them is yours to write.',
  make_task: 'Make a task',
  make_task_of: 'Make a task: {text}',
  task_made: 'The task stands on Today.',
  rows: 'rows',
  rows_of: 'Rows behind: {text}',

  edit: 'Edit purpose',
  markdown: 'Copy as Markdown',
  markdown_done: 'The report is on the clipboard as Markdown.',
  save_markdown: 'Download Markdown',
  print: 'Print or save as PDF',
  failed: 'The report could not be made.',
} as const;
