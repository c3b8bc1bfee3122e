/** Words of the toolbar's popup. */
export default {
  open_workspace: 'Open the workspace',
  open_side_bar: 'Open in the side bar',
  this_page: 'This page',
  no_site: 'This is no web page, so there is nobody to show.',
  state_off: 'Off: nothing is read here.',
  state_hidden: 'Hidden for now.',
  state_nobody: 'Nobody on this page.',
  state_unrecognised: 'This page was not recognised.',
  strangers_one: '{count} more person on this page, not among the contacts.',
  strangers_other: '{count} more people on this page, not among the contacts.',
  today_one: '{count} for today',
  today_other: '{count} for today',
  today_nothing: 'Nothing for today',
} as const;
