import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** A part of the product may import only what lies below it: site → api → graph, exchange → authoring → graph, and cli over all. */
function mayNotImport(folder, forbidden, why) {
  return {
    files: [`${folder}/**/*.{ts,js,mjs}`],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: `^(\\.\\./)+(${forbidden.join('|')})/`, message: `${folder}/ ${why}` }] },
      ],
    },
  }
}

export default defineConfig(
  globalIgnores([
    'dist/',
    'coverage/',
    'ci-output/',
    '**/.astro/',
    '**/.tributary/',
    '{api,api/mcp,cli,site/src}/generated/',
  ]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name: one name for one thing, everywhere.' },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Rows and values are plain JSON, whose text `String()` takes; in templates, objects are still refused.
      '@typescript-eslint/no-base-to-string': 'off',
      // Neo4j's driver declares plain option objects as classes, and graphql's wrappers are typed by what they wrap.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `async` without `await` makes what is thrown a rejection, as an interface's promise says.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['{graph,api,authoring,exchange}/**/*.ts'],
    ignores: ['api/print-schema.ts'],
    rules: { 'no-console': 'error' },
  },
  mayNotImport('graph', ['api', 'authoring', 'exchange', 'site', 'cli', 'test', 'bench'], 'imports no other part.'),
  mayNotImport('api', ['authoring', 'exchange', 'site', 'cli', 'test', 'bench'], 'imports only graph/.'),
  mayNotImport('authoring', ['api', 'exchange', 'site', 'cli', 'test', 'bench'], 'imports only graph/.'),
  mayNotImport('exchange', ['api', 'site', 'cli', 'test', 'bench'], 'imports only graph/ and authoring/.'),
  // What fails is worked out in the reader's browser by the same function as everywhere: pure, and nothing else of graph/.
  mayNotImport(
    'site',
    ['graph(?!/impact/)', 'authoring', 'exchange', 'cli', 'test', 'bench'],
    'imports only api/ and graph/impact/: pages get their data from GraphQL.',
  ),
  mayNotImport('cli', ['test', 'bench'], 'imports no tests.'),
  {
    // Answers to GraphQL questions are compared as they come, and what suites are given is taken apart.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  // Tools read these files' default export; declarations describe what libraries export.
  {
    files: ['**/*.config.{js,mjs,ts}', 'codegen.ts', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
)
