import type { ComponentChildren } from 'preact';
import './empty-state.css';

interface EmptyStateProps {
  /** What will stand here. */
  title: string;
  /** How it comes about. */
  children: ComponentChildren;
  /** The button that starts it. */
  action?: ComponentChildren;
}

/** A place with nothing in it yet: says what belongs here and how to begin. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div class="empty-state">
      <p class="empty-title">{title}</p>
      <p class="empty-text">{children}</p>
      {action && <div class="empty-action">{action}</div>}
    </div>
  );
}
