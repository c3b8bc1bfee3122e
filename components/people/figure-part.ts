/** Figures in the panel, fetched with their words when a contact is shown. */
export { PanelFigures } from '@/components/figures/figures';
