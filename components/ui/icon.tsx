import type { IconNode } from 'lucide';
import { h } from 'preact';
import './icon.css';

interface IconProps {
  /** One icon of `lucide`, imported by name, so that only the icons in use are bundled. */
  node: IconNode;
  /** Pixels. 16 beside text, 14 in rows. */
  size?: number;
  /** Accessible name. Leave it out where words say the same: the icon is then hidden from screen readers. */
  label?: string;
}

/** A line icon, 1.4 px thick at 16 px, in the colour of the text around it. */
export function Icon({ node, size = 16, label }: IconProps) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={!label}
    >
      {node.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
