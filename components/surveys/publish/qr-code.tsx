import { encode } from 'uqr';

/** Modules of quiet around the code, as the standard wants them. */
const QUIET = 4;

/** The dark modules of a code as one path, and its size in modules. */
function drawn(address: string): { path: string; size: number } {
  const { data, size } = encode(address, { ecc: 'M', border: QUIET });
  const runs = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')));
  return { path: runs.join(''), size };
}

interface QrCodeProps {
  address: string;
  /** What the picture says, for who does not see it. */
  label: string;
}

/** An address as a code to be scanned: dark on light in every theme, or telephones do not read it. */
export function QrCode({ address, label }: QrCodeProps) {
  const { path, size } = drawn(address);
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" shape-rendering="crispEdges" />
    </svg>
  );
}

/** The code as a file of its own, for print. */
export function qrFile(address: string): string {
  const { path, size } = drawn(address);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" shape-rendering="crispEdges"/></svg>
`;
}
