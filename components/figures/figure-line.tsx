import { safeLink } from '@/components/activities/link';
import { sentence } from '@/components/advice/words';
import { Row } from '@/components/ui/sheet';
import type { FigureView } from '@/lib/api/figure-views';
import { t } from '@/lib/i18n';
import { figureName } from './names';
import './figures.css';

/** A figure that is told by itself: what it is, and why it is told. */
export function FigureTold({ figure }: { figure: FigureView }) {
  return (
    <Row gutter={figureName(figure)}>
      <p class="figure-told">
        {figure.value && (
          <>
            <strong class="num">{sentence(figure.value)}</strong> ·{' '}
          </>
        )}
        {sentence(figure.meaning)}
      </p>
    </Row>
  );
}

/** A figure with all that belongs to it: value, meaning, what it is made of, and how it was counted. */
export function FigureLine({ figure }: { figure: FigureView }) {
  return (
    <div class="figure">
      <dt>{figureName(figure)}</dt>
      <dd>
        <p class={figure.value ? 'figure-value num' : 'figure-value quiet-text'}>
          {figure.value ? sentence(figure.value) : t('figures.too_little')}
        </p>
        <p class="small">{sentence(figure.meaning)}</p>
        {figure.trend && <p class="small quiet-text num">{sentence(figure.trend)}</p>}
        {figure.parts.map((part, at) => (
          <p key={at} class="small quiet-text">
            {sentence(part)}
          </p>
        ))}
        <details class="small figure-how">
          <summary>{t('figures.how')}</summary>
          <p>{sentence(figure.method)}</p>
          {figure.n && <p class="quiet-text">{sentence(figure.n)}</p>}
          {figure.evidence.map((one, at) => {
            const link = safeLink(one.link);
            return (
              <p key={at} class="quiet-text">
                {link ? (
                  <a class="accent-link" href={link} target="_blank" rel="noreferrer">
                    {sentence(one.words)}
                  </a>
                ) : (
                  sentence(one.words)
                )}
                {one.quote && <> {t('panel.quoted', { text: one.quote })}</>}
              </p>
            );
          })}
        </details>
      </dd>
    </div>
  );
}
