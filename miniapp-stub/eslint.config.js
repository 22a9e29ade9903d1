import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

export default [
  { ignores: ['dist/**', 'node_modules/**', 'src/api/schema.ts'] },
  ...tseslint.configs.recommended,
  ...vue.configs['flat/essential'],
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser, sourceType: 'module' } },
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/no-deprecated-html-element-is': 'off',
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    },
  },
  {
    // Pages and the rest of the program speak to src/platform, never to wx or uni themselves.
    files: ['src/**/*.{ts,vue}'],
    ignores: ['src/platform/**', 'src/env.d.ts'],
    rules: { 'no-restricted-globals': ['error', 'wx', 'uni', 'window', 'document', 'localStorage', 'sessionStorage', 'fetch'] },
  },
  { files: ['src/platform/**', 'src/env.d.ts', 'test/**', 'test-weapp/**'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
]
