// Lets jest read TypeScript, and packages that are only published as ES modules: esbuild turns each file into CommonJS.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync, version } from 'esbuild';
import { addTraditional } from '../tools/traditional.mjs';

const loaders = { '.ts': 'ts', '.tsx': 'tsx', '.mts': 'ts', '.jsx': 'jsx' };
const sources = ['./esbuild-transform.mjs', '../tools/traditional.mjs'].map((file) =>
  readFileSync(fileURLToPath(new URL(file, import.meta.url))),
);

export default {
  process(source, path) {
    const product = !/\/(node_modules|test)\//.test(path) && extname(path) in loaders;
    const { code, map } = transformSync(product ? addTraditional(source) : source, {
      loader: loaders[extname(path)] ?? 'js',
      format: 'cjs',
      target: 'node20',
      platform: 'node',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      // jest's CommonJS world has neither import.meta nor import().
      supported: { 'dynamic-import': false },
      define: { 'import.meta.url': 'importMetaUrl_' },
      banner: source.includes('import.meta')
        ? "const importMetaUrl_ = require('node:url').pathToFileURL(__filename).href;"
        : undefined,
      sourcemap: 'external',
      sourcefile: path,
    });
    return { code, map };
  },

  getCacheKey(source, path, options) {
    const hash = createHash('sha256').update(version).update(path).update(source).update(options.configString);
    for (const file of sources) hash.update(file);
    return hash.digest('hex');
  },
};
