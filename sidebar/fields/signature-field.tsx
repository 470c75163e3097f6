// Signing with a finger, a pen or the mouse, on a surface that covers everything else.
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../language';
import { signatureBox, signaturePath } from '../signature-path';
import { SignatureImage } from '../parts/signature-image';
import { Icon } from '../parts/icon';
import { drawOn, type Drawing } from './drawing';
import { textOf, type ControlProps, type FieldControl } from './control';

function SigningSurface({
  title,
  onDone,
  onClose,
}: {
  title: string;
  onDone: (path: string) => void;
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<Drawing | undefined>(undefined);
  const [empty, setEmpty] = useState(true);
  useEffect(() => {
    dialog.current?.showModal();
    drawing.current = drawOn(canvas.current!, () => setEmpty(false));
  }, []);
  const done = () => {
    onDone(signaturePath(drawing.current!.strokes()));
    dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      class="signing"
      aria-label={title}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div class="signing-head">
        <h2>{title}</h2>
        <button type="button" class="icon-button" aria-label={t('close')} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      <p class="quiet">{t('signHint')}</p>
      <canvas
        ref={canvas}
        class="signing-box"
        role="img"
        aria-label={t('signHint')}
        style={{ aspectRatio: signatureBox.width + ' / ' + signatureBox.height }}
      />
      <div class="signing-foot">
        <button
          type="button"
          class="plain"
          disabled={empty}
          onClick={() => {
            drawing.current?.wipe();
            setEmpty(true);
          }}
        >
          {t('wipe')}
        </button>
        <button type="button" class="main" disabled={empty} onClick={done}>
          {t('signDone')}
        </button>
      </div>
    </dialog>
  );
}

/** Whoever signs should see nothing else, the sheet beside the sidebar least of all; not every browser allows it. */
const fillScreen = (): Promise<void> =>
  Promise.resolve(document.documentElement.requestFullscreen?.()).catch(() => undefined);

function SignatureField({ id, field, value, onChange, describedBy }: ControlProps) {
  const [signing, setSigning] = useState(false);
  const path = textOf(value);
  const leave = () => {
    setSigning(false);
    if (document.fullscreenElement) void document.exitFullscreen();
  };
  return (
    <div class="signature">
      {path === '' ? <span class="quiet">{t('notSigned')}</span> : <SignatureImage path={path} label={t('signed')} />}
      <button
        type="button"
        id={id}
        class="plain"
        aria-describedby={describedBy}
        onClick={() => void fillScreen().then(() => setSigning(true))}
      >
        <Icon name="pen" /> {path === '' ? t('sign') : t('signAgain')}
      </button>
      {signing && <SigningSurface title={field.label} onClose={leave} onDone={(signed) => onChange(signed || null)} />}
    </div>
  );
}

export const signatureFields = {
  signature: { show: (props) => <SignatureField {...props} />, group: true },
} satisfies Record<string, FieldControl>;
