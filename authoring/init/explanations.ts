/** What each file of the template is, in the words of somebody who sees it for the first time. */
const explanations: Readonly<Record<string, string>> = {
  'README.md': 'what to do next: read this first',
  'tributary.config.yaml': 'makes the folder a catalogue: its name, and itil4 below it',
  'package.json': 'which version of Tributary this catalogue is for',
  gitignore: 'keeps what can be made again out of git',
  'applications/ticketing.yaml': 'an application, with its owner',
  'contracts/ticketing-subscription.yaml': 'a contract: with whom, about what, until when',
  'practices/incident-management.yaml': 'one of the 34 practices, taken up: who owns it, what it uses',
  'services/it-support.yaml': 'a service, who uses it and what it needs',
  'stakeholders/employees.yaml': 'for whom all of this is',
  'suppliers/example-software.yaml': 'a supplier',
  'teams/service-desk.yaml': 'a team: it owns everything so far',
  'value-streams/resolve-an-incident.yaml': 'a value stream in two steps, from a demand to value',
  '.vscode/extensions.json': 'recommends the extension that completes and checks as you type',
  '.github/workflows/catalogue.yml': 'checks every pull request and publishes the site to GitHub Pages',
  '.gitlab-ci.yml': 'checks every merge request and publishes the site to GitLab Pages',
}

/** What a file of the template is. @throws for a file that nobody explains: that is a mistake of the template. */
export function explanationOf(file: string): string {
  const explanation = explanations[file]
  if (explanation === undefined) throw new Error(`Nobody explains the template's ${file}.`)
  return explanation
}
