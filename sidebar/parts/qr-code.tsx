// A link as a QR code, for the visitor's own phone.
import { useMemo } from 'preact/hooks';
import { t } from '../language';
import { qrModules } from '../qr';
import { tell } from '../session';

/** The light border without which phones do not find the code. */
const border = 4;

function drawn(url: string): { size: number; path: string } {
  const modules = qrModules(url);
  let path = '';
  for (const [y, row] of modules.entries()) {
    for (const [x, dark] of row.entries()) if (dark) path += `M${x + border} ${y + border}h1v1h-1z`;
  }
  return { size: modules.length + 2 * border, path };
}

export function QrCode({ label, url }: { label: string; url: string }) {
  const { size, path } = useMemo(() => drawn(url), [url]);
  const copy = () =>
    void navigator.clipboard?.writeText(url).then(
      () => tell('good', t('copied')),
      () => tell('bad', url),
    );
  return (
    <section class="qr">
      <svg role="img" aria-label={t('showQr', { label })} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
        <rect width={size} height={size} class="qr-ground" />
        <path d={path} class="qr-squares" />
      </svg>
      <p>
        <strong>{label}</strong>
        <span class="quiet">{t('qrHint')}</span>
        <button type="button" class="link" onClick={copy}>
          {t('copyLink')}
        </button>
      </p>
    </section>
  );
}
