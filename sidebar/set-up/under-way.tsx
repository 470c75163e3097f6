// What takes a minute says so while it runs.
export function UnderWay({ text }: { text: string }) {
  return (
    <p class="setting-up" role="status">
      <span class="bar" aria-hidden="true" />
      {text}
    </p>
  );
}
