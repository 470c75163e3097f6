// A link as a QR code, for the visitor's own phone: as wide as the sidebar, because links are long and squares small.
import { generate } from 'lean-qr/nano';
import { useMemo } from 'preact/hooks';
import { t } from '../language';
import { tell } from '../session';

/** The light border without which phones do not find the code. */
const border = 4;

function drawn(url: string): { size: number; path: string } {
  const code = generate(url);
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x + border} ${y + border}h1v1h-1z`;
  }
  return { size: code.size + 2 * border, path };
}

export function QrCode({ label, url }: { label: string; url: string }) {
  const { size, path } = useMemo(() => drawn(url), [url]);
  const copy = () =>
    void navigator.clipboard?.writeText(url).then(
      () => tell('good', t('copied')),
      () => tell('bad', url),
    );
  return (
    <details class="qr">
      <summary>{t('showQr', { label })}</summary>
      <svg role="img" aria-label={t('showQr', { label })} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
        <rect width={size} height={size} class="qr-ground" />
        <path d={path} class="qr-squares" />
      </svg>
      <p>
        <span class="quiet">{t('qrHint')}</span>
        <button type="button" class="link" onClick={copy}>
          {t('copyLink')}
        </button>
      </p>
    </details>
  );
}
