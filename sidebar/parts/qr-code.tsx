// A link as a QR code, for the visitor's own phone.
import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';
import { t } from '../language';
import { tell } from '../session';

function squares(url: string): { size: number; path: string } {
  const { data, size } = encode(url, { ecc: 'M', border: 2 });
  let path = '';
  for (const [y, row] of data.entries()) for (const [x, dark] of row.entries()) if (dark) path += `M${x} ${y}h1v1h-1z`;
  return { size, path };
}

export function QrCode({ label, url }: { label: string; url: string }) {
  const { size, path } = useMemo(() => squares(url), [url]);
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
