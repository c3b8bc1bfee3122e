/** Words of the browser's side panel, and of what is looked up from its menu. */
export default {
  open: 'Open in the side panel',
  looked_up: 'Looked up: {text}',
  asked_none: 'Nobody of your contacts.',
  asked_some_one: '{count} contact may be meant.',
  asked_some_other: '{count} contacts may be meant.',
  asked_who: 'Who may be meant',
  not_among_them: 'Somebody else',
} as const;
