/** Deals in the panel, fetched with their words when somebody has one or one is added. */
export { DealForm } from '@/components/deals/deal-form';
export { DealLines } from '@/components/deals/deal-lines';
