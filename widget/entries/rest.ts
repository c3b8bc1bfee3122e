/** What comes after the first question: fetched while that is read. */
export * from '../app/rest';
