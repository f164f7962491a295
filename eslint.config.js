import prettier from 'eslint-config-prettier/flat'
import vue from 'eslint-plugin-vue'
import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'

export default defineConfigWithVueTs(
  { ignores: ['dist', 'coverage', 'test-results'] },
  vue.configs['flat/recommended'],
  vueTsConfigs.strictTypeChecked,
  prettier,
  {
    rules: {
      complexity: ['error', 14],
      'max-depth': ['error', 4],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML)$/]',
          message: 'File content is text, never markup.',
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'vue/no-v-html': 'error',
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/max-template-depth': ['error', { maxDepth: 10 }],
      'vue/no-restricted-syntax': [
        'error',
        {
          selector:
            'VExpressionContainer CallExpression[callee.property.name=/^(map|filter|reduce|sort|find)$/]',
          message: 'Move this calculation to a computed() backed by a pure function.',
        },
        {
          selector: 'VExpressionContainer TSAsExpression',
          message: 'Give the value its type in the script.',
        },
      ],
    },
  },
  { files: ['tests/**', 'tools/**'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['tools/**', 'src/cli/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.mjs', '*.js'], extends: [vueTsConfigs.disableTypeChecked] },
)
