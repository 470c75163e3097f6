// A kept signature, drawn again.
import { signatureBox, svgPath } from '../signature-path';

export function SignatureImage({ path, label }: { path: string; label: string }) {
  return (
    <svg
      class="signature-image"
      role="img"
      aria-label={label}
      viewBox={'0 0 ' + signatureBox.width + ' ' + signatureBox.height}
    >
      <path d={svgPath(path)} />
    </svg>
  );
}
