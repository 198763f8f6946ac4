import { readFileSync } from 'node:fs'

/** Prints how many tests of a Vitest report in JSON passed, failed and were skipped; a file that fails without a test is one. */
const report = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const emptyHanded = report.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
)
const failed = report.numFailedTests + emptyHanded.length
console.log(report.numPassedTests, failed, report.numPendingTests + report.numTodoTests)
