import type { Gap, SkillsAnswer } from '../stream-answers.ts'
import { skillLevels } from '../stream-facts.ts'
import type { Named, SkillCall, SkillHolder, SkillLevel, StreamFacts } from '../stream-facts.ts'
import { answerHead, counted, grouped, named } from './answer-head.ts'

/** Who calls for a skill, and how well it must be mastered. */
interface Call {
  readonly step?: Named
  readonly activity?: Named
  readonly level: SkillLevel | undefined
}

/**
 * 2. What skills and competence are needed?
 *
 * Answered by relations where any step names a skill: what activities call for holds for every stream and says nothing of
 * this one, but is listed. A skill that no team has is a gap, and so is one that no team has at the level asked for; a
 * role whose holders must have it is listed, but doesn't prove that anybody does.
 */
export function skills(facts: StreamFacts): SkillsAnswer {
  const visited = new Set(facts.steps.map((step) => step.activity))
  const calls = [
    ...facts.steps.flatMap((step) =>
      step.skills.map((skill): [SkillCall, Call] => [skill, { step: named(step), level: skill.level }]),
    ),
    ...facts.activities
      .filter((activity) => visited.has(activity.id))
      .flatMap((activity) =>
        activity.skills.map((skill): [SkillCall, Call] => [skill, { activity: named(activity), level: skill.level }]),
      ),
  ]
  const called = grouped(calls).map(({ item, entries }) => ({
    skill: item,
    level: highest(entries.map((call) => call.level)),
    steps: entries.flatMap((call) => call.step ?? []),
    activities: entries.flatMap((call) => call.activity ?? []),
    heldBy: facts.holders.filter((holder) => holder.skill === item.id),
  }))
  const gaps = called.flatMap(({ skill, level, heldBy }) => gapOf(skill, level, heldBy))
  const byRelations = facts.steps.some((step) => step.skills.length > 0)
  const unheld = gaps.length === 0 ? 'all of them are held' : counted(gaps.length, 'gap')
  const found = `${counted(called.length, 'skill')} called for: ${unheld}.`
  return {
    ...answerHead(facts, 'SKILLS', byRelations, called.length === 0 ? undefined : found, gaps),
    skills: called,
  }
}

function gapOf(skill: Named, level: SkillLevel | undefined, heldBy: readonly SkillHolder[]): Gap[] {
  const teams = heldBy.filter((holder) => holder.as === 'TEAM')
  if (teams.length === 0) return [{ about: skill, message: `No team has the skill "${skill.name}".` }]
  // A team that doesn't say how well it masters a skill may well be good enough.
  const enough = teams.some((team) => team.level === undefined || rank(team.level) >= rank(level))
  if (enough) return []
  return [
    {
      about: skill,
      message: `No team has the skill "${skill.name}" at the level asked for (${level?.toLowerCase() ?? ''}).`,
    },
  ]
}

const rank = (level: SkillLevel | undefined): number => (level === undefined ? -1 : skillLevels.indexOf(level))

const highest = (levels: readonly (SkillLevel | undefined)[]): SkillLevel | undefined =>
  skillLevels[Math.max(...levels.map(rank))]
