import type {
  ContractFacts,
  MetricFacts,
  Named,
  SkillHolder,
  SkillLevel,
  StepFacts,
  StreamQuestion,
} from './stream-facts.ts'

/** Something that an answer leaves open, in plain words. */
export interface Gap {
  /** The step, practice, skill, contract … that it is about. */
  readonly about: Named
  readonly message: string
}

/** What all six answers have in common. */
export interface AnswerHead<Question extends StreamQuestion> {
  readonly question: Question
  /** Whether relations or words answer it. The rule `unanswered-question` warns of exactly those that aren't. */
  readonly answered: boolean
  /** Where the answer comes from; empty where there is none. */
  readonly from: readonly ('RELATIONS' | 'WORDS')[]
  /** The answer in one sentence, the same on every page, in the API and in the CLI. */
  readonly statement: string
  /** What the stream's file says in words, Markdown. */
  readonly words: readonly string[]
  readonly gaps: readonly Gap[]
}

/** 1. Per practice, what each step asks of it. */
export interface ProcessActivitiesAnswer extends AnswerHead<'PROCESS_ACTIVITIES'> {
  readonly practices: readonly {
    readonly practice: Named
    readonly steps: readonly { readonly step: Named; readonly activities: readonly string[] }[]
  }[]
}

/** 2. Skills called for, by steps and by the activities that they visit, and who holds them. */
export interface SkillsAnswer extends AnswerHead<'SKILLS'> {
  readonly skills: readonly {
    readonly skill: Named
    /** The highest level that is asked for. */
    readonly level: SkillLevel | undefined
    readonly steps: readonly Named[]
    readonly activities: readonly Named[]
    readonly heldBy: readonly SkillHolder[]
  }[]
}

/** 3. Information with when and where, by step. */
export interface InformationAnswer extends AnswerHead<'INFORMATION'> {
  readonly information: readonly {
    readonly information: Named
    readonly steps: readonly ({ readonly step: Named } & Pick<
      StepFacts['information'][number],
      'use' | 'when' | 'where'
    >)[]
  }[]
}

/** 4. Tools and what they automate, by step, and the steps without any. */
export interface ToolsAnswer extends AnswerHead<'TOOLS'> {
  readonly tools: readonly {
    readonly tool: Named
    readonly steps: readonly ({ readonly step: Named } & Pick<StepFacts['tools'][number], 'status' | 'automates'>)[]
  }[]
  readonly stepsWithout: readonly Named[]
}

/** 5. Contracts with their expiry, and suppliers with what they have to do with the stream. */
export interface SuppliersAnswer extends AnswerHead<'SUPPLIERS'> {
  readonly contracts: readonly (ContractFacts & {
    readonly steps: readonly Named[]
    /** Whole days from today to its last day, negative past it; undefined where it has no end. */
    readonly daysLeft: number | undefined
    /** The last day on which notice can be given; undefined where it has no end. */
    readonly noticeBy: string | undefined
  })[]
  readonly suppliers: readonly {
    readonly supplier: Named
    readonly contracts: readonly Named[]
    /** Steps that it does itself. */
    readonly performs: readonly Named[]
  }[]
}

/** 6. Metrics of the stream and its steps, with where they are reported. */
export interface MetricsAnswer extends AnswerHead<'METRICS'> {
  readonly metrics: readonly (MetricFacts & { readonly ofStream: boolean; readonly steps: readonly Named[] })[]
}

/** The answers to the six questions, in their order. */
export type StreamAnswers = readonly [
  ProcessActivitiesAnswer,
  SkillsAnswer,
  InformationAnswer,
  ToolsAnswer,
  SuppliersAnswer,
  MetricsAnswer,
]
