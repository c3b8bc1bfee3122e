import type { SiteRecipe } from '../recipe';
import { generic } from './generic';
import { gmail } from './gmail';
import { linkedin } from './linkedin';
import { outlook } from './outlook';
import { qqMail } from './qq-mail';
import { roundcube } from './roundcube';

/** Every site that Sidelight knows. The first that claims a page reads it: software on any host, then any page, stand last. */
export const RECIPES: SiteRecipe[] = [gmail, outlook, qqMail, linkedin, roundcube, generic];
