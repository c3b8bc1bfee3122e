import type { SiteRecipe } from '../recipe';
import { fastmail } from './fastmail';
import { generic } from './generic';
import { gmail } from './gmail';
import { linkedin } from './linkedin';
import { neteaseMail } from './netease-mail';
import { outlook } from './outlook';
import { protonMail } from './proton-mail';
import { qqMail } from './qq-mail';
import { qqMailNew } from './qq-mail-new';
import { roundcube } from './roundcube';
import { yahooMail } from './yahoo-mail';
import { zohoMail } from './zoho-mail';

/** Every site that Sidelight knows. The first that claims a page reads it: software on any host, then any page, stand last. */
export const RECIPES: SiteRecipe[] = [
  gmail,
  outlook,
  yahooMail,
  protonMail,
  fastmail,
  zohoMail,
  qqMailNew,
  qqMail,
  neteaseMail,
  linkedin,
  roundcube,
  generic,
];
