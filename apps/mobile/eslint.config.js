const expo = require('eslint-config-expo/flat');
const { defineConfig } = require('eslint/config');

module.exports = defineConfig([
  { ignores: ['dist/*', '.expo/*', 'ios/*', 'android/*', 'src/api/schema.d.ts'] },
  expo,
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // i18next is one object with state; its methods are also exported by name.
      'import/no-named-as-default-member': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Texts live in src/i18n, where four languages and a test watch over them.
    files: ['src/**/*.tsx'],
    ignores: ['src/**/*.test.tsx'],
    rules: { 'react/jsx-no-literals': 'error' },
  },
  {
    // The app knows its back end by the contract only.
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'src/testing/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['@fake/*', '**/fake/*', '@/testing/*'] }] },
  },
]);
