import type { SiteRecipe } from '../recipe';
import { bluesky } from './bluesky';
import { facebook } from './facebook';
import { fastmail } from './fastmail';
import { generic } from './generic';
import { github } from './github';
import { gmail } from './gmail';
import { instagram } from './instagram';
import { linkedin } from './linkedin';
import { mastodon } from './mastodon';
import { neteaseMail } from './netease-mail';
import { outlook } from './outlook';
import { protonMail } from './proton-mail';
import { qqMail } from './qq-mail';
import { qqMailNew } from './qq-mail-new';
import { roundcube } from './roundcube';
import { weibo } from './weibo';
import { x } from './x';
import { xmpp } from './xmpp';
import { yahooMail } from './yahoo-mail';
import { zhihu } from './zhihu';
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
  x,
  facebook,
  instagram,
  github,
  bluesky,
  weibo,
  zhihu,
  roundcube,
  mastodon,
  xmpp,
  generic,
];
