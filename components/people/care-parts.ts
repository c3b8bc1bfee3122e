/** Needs and promises in the panel, fetched with their words when there is one. */
export { NeedLines } from '@/components/needs/need-lines';
export { FoundPromises } from '@/components/promises/found-promises';
export { PastedPromises } from '@/components/promises/pasted-promises';
