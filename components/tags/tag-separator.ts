/** As `TAG_PATH_SEPARATOR` of lib/crm/tags.ts, whose file needs the validator. */
export const TAG_SEPARATOR = ' / ';
