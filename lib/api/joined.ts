import type { CallOptions, Client, Input, Result } from './client';
import { isOfTabs } from './message';
import type { OperationName } from './operations';

/** Operations that read or write so much that a page would stand still. */
export const LONG: ReadonlySet<OperationName> = new Set([
  'imports.sheets',
  'imports.head',
  'imports.preview',
  'imports.run',
  'imports.resume',
  'imports.takeBack',
  'answers.head',
  'answers.preview',
  'answers.bring',
  'backup.save',
  'backup.saveNewer',
  'backup.preview',
  'backup.restore',
  'exports.write',
  'data.give',
  'retention.preview',
  'retention.run',
  'health.look',
  'health.list',
  'health.fix',
  'health.queue',
  'segments.list',
  'segments.find',
  'segments.ready',
  'segments.clusters',
  'segments.portrait',
  'segments.explain',
  'segments.snapshot',
  'segments.setRule',
  'segments.applyRule',
  'segments.compare',
  'tiers.preview',
  'tiers.set',
  'analysis.index',
  'analysis.drivers',
  'analysis.compare',
  'analysis.waves',
  'analysis.loop',
  'analysis.topics',
  'analysis.bias',
  'schedules.preview',
  'schedules.ask',
  'schedules.today',
  'schedules.holdout',
  'insights.exits',
  'insights.lifecycle',
  'insights.opportunities',
  'insights.value',
  'insights.warnings',
  'insights.concentration',
  'insights.rfm',
  'insights.cohorts',
  'insights.products',
  'insights.forecast',
  'insights.nextOrders',
  'insights.csv',
  'advice.today',
  'advice.backtest',
  'advice.effect',
  'plays.try',
  'bulk.preview',
  'bulk.edit',
  'duplicates.look',
  'calendar.view',
  'figures.refresh',
  'lists.fill',
]);

/** Of these what is asked at each opening, and goes through contacts alone. */
const BY_CONTACTS: ReadonlySet<OperationName> = new Set([
  'advice.today',
  'schedules.today',
  'figures.refresh',
  'duplicates.look',
]);
/** With so few contacts they take less time than a worker does to start. */
const FEW = 50;

/** A filter for which more is gone through than what a list is read from. */
function goesFar(op: OperationName, input: unknown): boolean {
  if (op !== 'contacts.ids') return false;
  const { filter } = input as Input<'contacts.ids'>;
  return !!(filter.facts?.length || filter.health || filter.segmentId || filter.cell);
}

/**
 * One client of three: the data from this page's own database, long work from its worker where it has one, tabs and sites from the
 * background.
 */
export function joinClients(data: Client, tabs: Client, worker: Pick<Client, 'call'> = data): Client {
  const areFew = async () => (await data.call('contacts.counts', {})).contacts <= FEW;
  const forLong = async (op: OperationName) => (BY_CONTACTS.has(op) && (await areFew()) ? data : worker);
  return {
    async call<N extends OperationName>(op: N, input: Input<N>, options?: CallOptions): Promise<Result<N>> {
      if (isOfTabs(op)) return tabs.call(op, input, options);
      const client = LONG.has(op) ? await forLong(op) : goesFar(op, input) ? worker : data;
      return client.call(op, input, options);
    },
    onWake: data.onWake,
  };
}
