/** One thing to choose, and a pointer says enough: the page goes on by itself. */
export const GOES_ON = ['nps', 'csat', 'ces', 'yesno', 'single'];
