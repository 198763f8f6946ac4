/** Anything with an id and a name. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** How well a skill is mastered, from least to most. */
export const skillLevels = ['BASIC', 'SOUND', 'ADVANCED', 'EXPERT'] as const
export type SkillLevel = (typeof skillLevels)[number]

/** The six questions, in the domain's order. */
export const streamQuestions = ['PROCESS_ACTIVITIES', 'SKILLS', 'INFORMATION', 'TOOLS', 'SUPPLIERS', 'METRICS'] as const
export type StreamQuestion = (typeof streamQuestions)[number]

/** What the catalogue holds about one stream that bears on the six questions. */
export interface StreamFacts {
  readonly stream: Named
  /** In flow order. */
  readonly steps: readonly StepFacts[]
  /** Of each activity that the stream visits, the skills that it calls for wherever it happens. */
  readonly activities: readonly (Named & { readonly skills: readonly SkillCall[] })[]
  /** Who holds the skills that are called for. */
  readonly holders: readonly SkillHolder[]
  /** Metrics of the stream and of its steps. */
  readonly metrics: readonly MetricFacts[]
  /** Answers that the stream's file gives in words, Markdown. */
  readonly inWords: readonly { readonly question: StreamQuestion; readonly answer: string }[]
  /** The day on which the question is asked: 2027-06-30. Contracts are past their end, or not, by it. */
  readonly today: string
}

/** What the catalogue holds about one step. */
export interface StepFacts extends Named {
  /** Id of the activity that it visits. */
  readonly activity: string
  readonly practices: readonly (Named & { readonly activities: readonly string[] })[]
  readonly skills: readonly SkillCall[]
  readonly information: readonly (Named & {
    readonly use: 'NEEDS' | 'PROVIDES'
    readonly when?: string | undefined
    readonly where?: string | undefined
  })[]
  readonly tools: readonly (Named & {
    readonly status: 'IN_USE' | 'PLANNED' | 'IDEA'
    readonly automates?: string | undefined
  })[]
  readonly contracts: readonly ContractFacts[]
  /** Suppliers who do the step themselves. */
  readonly performedBySuppliers: readonly Named[]
}

/** A call for a skill, at least at a level where one is given. */
export interface SkillCall extends Named {
  readonly level?: SkillLevel | undefined
}

/** A team that has a skill, or a role whose holders must have it. */
export interface SkillHolder extends Named {
  /** Id of the skill. */
  readonly skill: string
  readonly as: 'TEAM' | 'ROLE'
  readonly level?: SkillLevel | undefined
  readonly people?: number | undefined
}

/** A contract with its dates as days (2027-06-30) and the suppliers whom it is with. */
export interface ContractFacts extends Named {
  readonly suppliers: readonly Named[]
  readonly end?: string | undefined
  /** How long before its end notice must be given: ISO 8601 (P3M). */
  readonly noticePeriod?: string | undefined
  readonly renewsItself?: boolean | undefined
}

/** A metric, and what of the stream it measures. */
export interface MetricFacts extends Named {
  /** Ids: the stream's, or those of steps. */
  readonly measures: readonly string[]
  readonly unit: string
  readonly direction: 'HIGHER_IS_BETTER' | 'LOWER_IS_BETTER' | 'WITHIN'
  readonly target?: number | undefined
  /** Reports in which it stands. */
  readonly reportedIn: readonly Named[]
}
