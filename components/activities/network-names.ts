/** Networks whose name is the same in every language, by the word under which their sites and their messages stand. */
export const NETWORK_NAMES = {
  linkedin: 'LinkedIn',
  x: 'X',
  facebook: 'Facebook',
  instagram: 'Instagram',
  github: 'GitHub',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
} as const;
