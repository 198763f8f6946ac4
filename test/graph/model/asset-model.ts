/** What an organisation may add in its own catalogue: a kind, fields, a word, a member, and something every item has. */
export const assetModel = `"""A thing that is bought, kept and written off."""
type Asset implements Resource @kind(folder: "assets", dimension: INFORMATION_AND_TECHNOLOGY) {
  """The number on its label."""
  serialNumber: String @search(weight: 6)
  """What runs on it."""
  runs: [Application!]
    @relation(type: "RUNS", inverse: "runsOn", verbs: ["runs", "runs on"], edge: "Need", impact: SERVES)
}

extend type Application {
  """What it costs."""
  costPerYear: Money
}

extend enum ContractForm {
  """Use of a thing for rent."""
  LEASE
}

extend union Raiser = Asset

extend interface Item {
  """Who pays for it, by the number in the ledger."""
  costCentre: String
}
`
