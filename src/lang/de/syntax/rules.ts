import type { SyntaxRules } from '../../common/syntax.ts'

export const syntaxRules: SyntaxRules = { version: '0' }
