/** What a form that is a page of its own stands on: painted by the page behind a link, and by the builder's preview of it. */
export const PAGE_PAPER = { light: '#fbf8f1', dark: '#171511' };
