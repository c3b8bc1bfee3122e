/** The interpreter with all recipes, to be run in a page as the content script runs it beside the page. */
export { recipesOf } from '@/lib/sites/match';
export { readAll } from '@/lib/sites/read';
export { RECIPES } from '@/lib/sites/recipes';
