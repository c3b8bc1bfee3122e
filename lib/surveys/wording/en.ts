import { isConditional, isRated, type Language, without } from './note';

const PRAISE =
  'excellent|award-winning|world-class|amazing|outstanding|superb|wonderful|fantastic|great|popular|leading|best-in-class|new and improved|friendly|professional|high-quality';

const flip = (word: string): string => word.replace(/n['’]t$/i, '');

/** Two things that are one, or one and its contrary. */
const PAIRS =
  /\b(terms and conditions|friends? (and|or) (family|colleagues?)|family and friends|(easy|simple) (or|and) (difficult|hard)|pros and cons|food and drinks?|bed and breakfast|first and last|research and development|questions and answers|date and time|back and forth|more and more|between [\w-]+ and|before and after|and (you|we|us|me|why|how much)|likes? and dislikes?)\b/i;

export const en: Language = {
  signs: [
    {
      rule: 'doubleBarrelled',
      pattern:
        /\s+(?:and(?:\/or)?|&|as well as)\s+(?:(?:the|our|your|its|their|how)\s+)?[\w-]+(?:\s+(?:of|in|at|on)\s+(?:the|our|your)\s+[\w-]+)?/i,
      of: isRated,
      unless: PAIRS,
      better: (title, match) => without(title, match),
    },
    { rule: 'doubleBarrelled', pattern: /\?\s+\S.*\?/ },
    {
      rule: 'leading',
      pattern: /\b(do|would|are|is|did|could|should)n['’]t (you|we|it|our|the)\b[^?]*/i,
    },
    {
      rule: 'leading',
      pattern: new RegExp(`(?<=\\b(?:our|the|this|these|an?)\\s+)(?:${PRAISE})\\s+(?=\\w)`, 'i'),
      unless: /\b(very|most|how) (friendly|professional|popular|great)\b|\bgreat(est)? (deal|part|effort)\b/i,
      better: (title, match) => without(title, match).replace(/\b([Aa])n (?=[^aeiouAEIOU\s])/g, '$1 '),
    },
    {
      rule: 'leading',
      pattern: /\bhow (great|wonderful|amazing|excellent)\b(?! or\b)/i,
      better: (title, match) => title.replace(match[0], match[0].replace(match[1]!, '').trim()),
    },
    {
      rule: 'leading',
      pattern:
        /\b(most (people|customers) (say|think|agree|believe)( that)?|as (you|we|everyone) (all )?knows?|experts (say|agree)( that)?|obviously|of course|surely|needless to say)[,\s]*/i,
      better: (title, match) => without(title, match),
    },
    {
      rule: 'presupposition',
      pattern: /\bwhat (do|did) you (like|love|enjoy|dislike|hate)\b/i,
      of: (question) => !isConditional(question),
      unless: /\bif any/i,
      better: (title, match) => title.replace(match[0], match[0].replace(/^what/i, '$&, if anything,')),
    },
    {
      rule: 'presupposition',
      pattern: /\bwhat (problems?|difficult(?:y|ies)|issues?|trouble)\b/i,
      of: (question) => !isConditional(question),
      unless: /\bif any/i,
      better: (title, match) => title.replace(match[0], `${match[0]}, if any,`),
    },
    {
      rule: 'presupposition',
      pattern: /\b(why (do|did|are|were|have|is|was) (you|we|our)\b|when did you (stop|start|quit))/i,
      of: (question) => !isConditional(question),
    },
    {
      rule: 'presupposition',
      pattern:
        /\bhow much (?:did|does|has|have) (.+?) (improve|help|benefit|save)d?\b|\bhow much (better|easier|faster|happier)\b/i,
      of: (question) => !isConditional(question),
    },
    {
      rule: 'absolute',
      pattern: /^(?:do|did) you (always|never)\s+(.+)\?$/i,
      better: (_, match) => `How often do you ${match[2]}?`,
    },
    {
      rule: 'absolute',
      pattern:
        /\b(always|never|everyone|everybody|nobody|no one|every time|at all times|completely|totally|absolutely|entirely)\b/i,
    },
    {
      rule: 'agreement',
      pattern:
        /\b(do you|how (much|strongly) do you|to what extent do you|would you)\s+(strongly )?agree\b|\bagree or disagree\b/i,
      unless: /\bagree (to|with the terms)\b/i,
    },
    {
      rule: 'negation',
      pattern:
        /\b(?:did|do|does|have|has|had|was|were|is|are|can|could|should|would|will) (?:you|we|it|they|our|the|your)(?: \w+)? not\b/i,
      of: isRated,
      better: (title, match) => title.replace(match[0], match[0].replace(/ not$/i, '')),
    },
    {
      rule: 'negation',
      pattern: /\b\w+n['’]t\b|\bcannot\b/i,
      of: isRated,
      unless: /^(do|would|are|is|did|could|should)n['’]t\b/i,
      better: (title, match) =>
        title.replace(
          match[0],
          /^cannot$/i.test(match[0])
            ? 'can'
            : /^won/i.test(match[0])
              ? 'will'
              : /^can/i.test(match[0])
                ? 'can'
                : flip(match[0]),
        ),
    },
    { rule: 'negation', pattern: /\bnot un\w+|\bnot\b.*\bnot\b/i },
    { rule: 'negation', pattern: /\b(should|must|may) (\w+ )?not\b/i, of: isRated },
  ],
  jargon: [
    [/\btouch ?points?\b/i, 'contact'],
    [/\bonboarding\b/i, 'first steps'],
    [/\b(leverage|utili[sz]e)\b/i, 'use'],
    [/\bend[- ]users?\b/i, 'user'],
    [/\b(deliverables?)\b/i, 'result'],
    [/\bpain points?\b/i, 'problem'],
    [
      /\b(omni-?channel|synerg(y|ies)|holistic|best-of-breed|value proposition|stakeholders?|customer journey|value-add(ed)?)\b/i,
      null,
    ],
    [/\b(NPS|CSAT|CES|KPIs?|ROI|UX|UI|SLAs?|CRM|SaaS|B2B|MVP|TCO)\b/, null],
  ],
  longest: { unit: /[\p{L}\p{N}'’-]+/gu, most: 25 },
  sides: [
    [
      /^(neither|neutral|fair|average|ok(ay)?|so-so|as likely as not|(just )?about right|moderate(ly)?|adequate|no opinion|not sure|unsure|don['’]t know|not applicable|n\/a|sometimes)\b/i,
      'middle',
    ],
    [
      /\b(dissatisfied|unsatisfied|unlikely|disagree|unhappy|difficult|hard|poor|bad|terrible|awful|unacceptable|useless|worse|worst|never|rarely|not (at all|very|so|satisfied|likely|good|easy))\b/i,
      'down',
    ],
    [
      /\b(excellent|outstanding|superb|very good|good|great|satisfied|likely|agree|happy|easy|better|best|always|often|perfect|useful)\b/i,
      'up',
    ],
  ],
  agree: /\b(dis)?agree\b/i,
};
