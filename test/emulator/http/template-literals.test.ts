import { withoutComments } from '../../../emulator/http/template-literals';

const script = (source: string) => `<p>\`//\`</p><script>${source}</script>`;

describe('comments that Google takes out of template literals', () => {
  test('two slashes take the rest of the line', () => {
    expect(withoutComments(script('const url = `https://example.org/${id}`;\nnext()'))).toBe(
      script('const url = `https:\nnext()'),
    );
  });

  test('a block comment is cut out', () => {
    expect(withoutComments(script('const css = `a { /* red */ color: red }`'))).toBe(
      script('const css = `a {  color: red }`'),
    );
  });

  test('strings, patterns and other elements are left alone', () => {
    const safe = script('const a = "https://x"; const b = /[/][/]/; const c = `plain ${1 / 2}`; // said');
    expect(withoutComments(safe)).toBe(safe);
    const data = '<script type="application/json">{"a": "`//`"}</script>';
    expect(withoutComments(data)).toBe(data);
  });
});
