/** Which headings mean which field, kind by kind, likeliest first; `plain` headings are compared. */
export const fieldHeadings: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  Item: {
    aliases: /^(alias(es)?|alsoknownas|aka|acronym|abbreviation|shortname|othernames?|kurzname)$/,
    summary: /^(summary|shortdescription|purpose|tagline|abstract|kurzbeschreibung)$/,
    body: /description|details|background|scope|comment|notes|remarks|beschreibung|bemerkung/,
    reviewBy: /review/,
    contributors: /^(teams|contributors|involved|stakeholders)$/,
    owner:
      /^(owner|.*owner|.*(directorate|department|division|businessunit|servicearea|agency|ministry|authority)(name)?|buyer|team|organisations?|organizations?|organisationunit|responsible.*|managedby|abteilung|verantwortlich.*)$/,
  },
  Contract: {
    number:
      /^(contract|agreement|procurement|po|vertrags?)?(id|ref|reference|refno|referencenumber|number|no|nr|nummer|code)$/,
    suppliers: /supplier|vendor|contractor|provider|awardedto|winning|lieferant|auftragnehmer/,
    start: /start|commence|begin|effective|execution|fromdate|datefrom|signed|awarddate|dateawarded|laufzeitbeginn/,
    end: /^(?!.*(max|extension|latest)).*(end|expir|finish|complet|todate|dateto|until|laufzeitende|ablauf)/,
    value: /value|amount|price|cost|spend|worth|wert|betrag|summe/,
    noticePeriod: /notice|kündigungsfrist|kundigungsfrist/,
    renewsItself: /renew|rollover|verlängerung/,
    form: /^(contract|agreement|procurement)?(type|form|kind|art)$|^vertragsart$/,
    parent: /framework|panel|parent|master|standingoffer|dps|umbrella|rahmenvertrag/,
  },
  Service: {
    lifecycle: /status|phase|lifecycle|stage|state$/,
    partOf: /parent|partof|belongsto|group$|portfolio/,
    needs: /depend|requires|needs|relies/,
  },
  Application: {
    version: /^(version|release)$/,
    lifecycle: /status|lifecycle|stage|state$/,
    maker: /vendor|maker|manufacturer|publisher|supplier|developer|hersteller/,
    needs: /depend|requires|needs|relies/,
  },
  Product: { lifecycle: /status|phase|lifecycle|stage|state$/ },
  Team: { contact: /contact|e?mail|channel|slack|phone/, partOf: /parent|partof|department|division|directorate/ },
  Supplier: { contact: /contact|e?mail|phone/, partOf: /parent|group$|partof/, category: /category|tier|class/ },
  Policy: { inForceFrom: /start|effective|from|approved/, inForceUntil: /end|expir|until/, under: /parent|under/ },
  Decision: { status: /status|decision|outcome/, decidedOn: /decided|date/, expires: /expir|until|end/ },
}

/** Words in headings and in the file's name that tell what a row is. */
export const kindWords: readonly (readonly [kind: string, words: RegExp])[] = [
  ['Contract', /contract|agreement|procurement|tender|award|framework|vertr[aä]g/g],
  ['Application', /application|software|product|version|license|licence|system|standard|anwendung/g],
  ['Service', /service|transaction|leistung|dienst/g],
  ['Team', /team|squad|slack/g],
  ['Supplier', /supplier|vendor|company|lieferant/g],
  ['Policy', /polic(y|ies)|regulation|richtlinie/g],
  ['Information', /dataset|register|record/g],
  ['Role', /role/g],
  ['Skill', /skill|competenc/g],
]

/** What words of sources mean in enumerations, where they aren't the model's own. */
export const enumWords: Readonly<Record<string, readonly (readonly [word: RegExp, value: string])[]>> = {
  ContractForm: [
    [/call.?off|further competition|mini.?comp|work order|task order|secondary|abruf/i, 'CALL_OFF'],
    [/framework|panel|standing offer|dps|dynamic purchasing|arrangement|rahmen/i, 'FRAMEWORK'],
    [/subscri|licen[cs]e|saas/i, 'SUBSCRIPTION'],
    [/support|maintenance|wartung/i, 'SUPPORT'],
    [/training|schulung/i, 'TRAINING'],
    [/contract|agreement|purchase|order|lease|grant|vertrag/i, 'CONTRACT'],
  ],
  Lifecycle: [
    [/sunset|deprecat|retiring|legacy|phas(e|ing).?out|end of (support|life)|maintain/i, 'SUNSETTING'],
    [/retired|decommission|closed|denied|withdrawn|inactive|obsolete|cancel|rejected|stillgelegt/i, 'RETIRED'],
    [/plan|propos|alpha|discovery|pilot|develop|draft|idea|backlog|future/i, 'PLANNED'],
    [/live|active|approved|in use|production|current|beta|operational|exception|running|aktiv|ga\b/i, 'LIVE'],
  ],
  DecisionStatus: [
    [/denied|reject|not approved|prohibit|unapproved/i, 'DENIED'],
    [/sunset|deprecat|retir/i, 'SUNSETTING'],
    [/pilot|trial|evaluat|poc/i, 'PILOT'],
    [/except|waiver/i, 'EXCEPTION'],
    [/propos|pending|review|draft/i, 'PROPOSED'],
    [/withdrawn|revoked|expired/i, 'WITHDRAWN'],
    [/approv|allow|accept|granted|yes/i, 'APPROVED'],
  ],
}
