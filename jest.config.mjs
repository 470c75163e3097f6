// How the tests run: TypeScript through esbuild, two at a time, dist/ built beforehand when it is needed.

/** Published as ES modules only, so they need the transform too. */
const modulesOnly = ['chinese-days', '@ironcalc', 'hono', '@hono', 'opencc-js', '@sparticuz', '@preact', 'preact'];

/** @type {import('jest').Config} */
export const config = {
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json', 'node', 'wasm'],
  transform: { '\\.(ts|tsx|mts|mjs|js)$': '<rootDir>/test/esbuild-transform.mjs' },
  transformIgnorePatterns: [`/node_modules/(?!(${modulesOnly.join('|')})/)`, '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  globalSetup: '<rootDir>/test/make-ready.mjs',
  setupFilesAfterEnv: ['<rootDir>/test/record-the-product.mjs'],
  maxWorkers: 2,
  testTimeout: 30_000,
};

export default config;
