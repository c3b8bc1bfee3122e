import { sidelight } from '@sidelight/widget/all';

const { hub, space, key } = (document.currentScript as HTMLScriptElement).dataset;
sidelight('init', { hub: hub!, space: space!, key: key! });
