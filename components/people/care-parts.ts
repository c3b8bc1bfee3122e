/** Needs in the panel, fetched with their words when one is open. */
export { NeedLines } from '@/components/needs/need-lines';
