/** Words of the practice mailbox. */
export default {
  title: 'Practice mailbox',
  banner: 'Practice: invented people. Nothing here touches your own contacts.',
  open_workspace: 'Open their workspace',
  mails: 'Mails',
  to: 'To {name}',
} as const;
