import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import config from './svelte.config.js';

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'fonts/', 'geo/', 'test-results/'] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig: config } },
  },
  {
    rules: {
      'max-lines': ['error', { max: 200, skipBlankLines: true }],
      eqeqeq: ['error', 'always'],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'only src/lib/api.ts fetches' }],
      // The address bar is written by src/lib/state/url.ts; plain anchors are enough here.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  { files: ['src/lib/api.ts', 'e2e/**', 'measure/**'], rules: { 'no-restricted-globals': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    files: ['src/**'],
    ignores: ['src/chart/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['echarts', 'echarts/*'] }] },
  },
);
