/** The mail that is being written, fetched with its words when a draft is open or templates are asked for. */
export { ComposePart } from '@/components/compose/compose-part';
