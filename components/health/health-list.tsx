import type { HealthReport } from '@/lib/api/health-views';
import { t } from '@/lib/i18n';
import { HealthKindRow, type Ways } from './health-kind-row';
import { HEALTH_PARTS } from './words';
import './health.css';

/** What is out of order, kind by kind. A kind of which there is nothing is not shown. */
export function HealthList({ report, ways }: { report: HealthReport; ways: Ways }) {
  const countOf = new Map(report.kinds.map((one) => [one.kind, one]));
  return (
    <>
      {HEALTH_PARTS.map(({ title, kinds }) => {
        const counts = kinds.flatMap((kind) => {
          const one = countOf.get(kind);
          return one && one.count > 0 ? [one] : [];
        });
        if (counts.length === 0) return null;
        return (
          <section key={title} class="health-part" aria-label={t(title)}>
            <h2>{t(title)}</h2>
            <ul>
              {counts.map((count) => (
                <HealthKindRow key={count.kind} count={count} ways={ways} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
