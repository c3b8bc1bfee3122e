import './skeleton.css';

interface SkeletonProps {
  /** Lines of text that will stand here. */
  lines?: number;
}

/** Grey lines where text is on its way. Say elsewhere, once, that the view is loading. */
export function Skeleton({ lines = 1 }: SkeletonProps) {
  return (
    <span class="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="skeleton-line" />
      ))}
    </span>
  );
}
