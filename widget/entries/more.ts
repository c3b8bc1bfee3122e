/** What is computed and what is drawn: fetched for the forms that have such. */
export * from '../app/more';
