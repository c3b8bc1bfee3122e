import type { SiteRecipe } from '../recipe';
import { gmail } from './gmail';
import { roundcube } from './roundcube';

/** Every site that Sidelight knows; the first that claims a page reads it, so software on any host stands last. */
export const RECIPES: SiteRecipe[] = [gmail, roundcube];
