import type { StatementRules } from '../../common/statement.ts'

export const statementRules: StatementRules = { version: '0' }
