// Values that several screens share. Whoever changes one has everything drawn again, once, right afterwards:
// 300 pixels are drawn so quickly that nothing is gained by knowing who has read what.

export interface Cell<T> {
  value: T;
}

let draw: () => void = () => undefined;
let waiting = false;

/** What draws the page. */
export function drawnBy(whole: () => void): void {
  draw = whole;
}

function drawSoon(): void {
  if (waiting) return;
  waiting = true;
  queueMicrotask(() => {
    waiting = false;
    draw();
  });
}

export function cell<T>(initial: T): Cell<T> {
  let held = initial;
  return {
    get value() {
      return held;
    },
    set value(next) {
      if (next === held) return;
      held = next;
      drawSoon();
    },
  };
}
