// Questions, the script's dialogs and the lines in the corner.
import { useEffect, useRef, useState } from 'preact/hooks';
import { closeDialog, closeToast, dialogs, question, toasts } from './dialogs';
import type { ShownDialog } from './emulator-types';
import { Frame } from './frame';
import { say } from './words';

function QuestionBox() {
  const asked = question.value!;
  const box = useRef<HTMLDialogElement>(null);
  const [ticked, setTicked] = useState(false);
  useEffect(() => {
    box.current?.showModal();
    box.current?.querySelector<HTMLElement>('.main')?.focus();
    setTicked(false);
  }, [asked]);
  const { title, text, buttons, otherwise, option } = asked;
  const answer = (given: string) => {
    box.current?.close();
    asked.answered(given, ticked);
  };
  return (
    <dialog
      ref={box}
      class="question"
      aria-labelledby="question-title"
      onCancel={(event) => {
        event.preventDefault();
        answer(otherwise);
      }}
    >
      <h2 id="question-title">{title}</h2>
      <p class="text">{text}</p>
      {option && (
        <label class="option">
          <input type="checkbox" checked={ticked} onChange={(event) => setTicked(event.currentTarget.checked)} />
          {option}
        </label>
      )}
      <div class="buttons">
        {buttons.map((button, index) => (
          <button
            key={button.answer}
            type="button"
            class={index === buttons.length - 1 ? 'button main' : 'button'}
            onClick={() => answer(button.answer)}
          >
            {button.label}
          </button>
        ))}
      </div>
    </dialog>
  );
}

function DialogBox({ shown }: { shown: ShownDialog }) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (shown.modal) box.current?.showModal();
    else box.current?.show();
  }, [shown.url]);
  return (
    <dialog ref={box} class="script-dialog" aria-label={shown.title} onCancel={closeDialog}>
      <header>
        <h2>{shown.title}</h2>
        <button type="button" class="icon-button" aria-label={say('close')} onClick={closeDialog}>
          ✕
        </button>
      </header>
      <Frame title={shown.title} url={shown.url} style={{ width: `${shown.width}px`, height: `${shown.height}px` }} />
    </dialog>
  );
}

export function Overlay() {
  return (
    <>
      {dialogs.value.map((shown) => (
        <DialogBox key={shown.url} shown={shown} />
      ))}
      {question.value && <QuestionBox />}
      <div class="toasts" role="status">
        {toasts.value.map(({ id, title, message }) => (
          <div class="toast" key={id}>
            <div>
              {title && <strong>{title}</strong>}
              <p>{message}</p>
            </div>
            <button type="button" class="icon-button" aria-label={say('close')} onClick={() => closeToast(id)}>
              ✕
            </button>
          </div>
        ))}
      </div>
    </>
  );
}
