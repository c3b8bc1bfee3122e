import type { ExitReason } from '@/lib/crm/exit-reasons';

/** Stages that the product brings along, by their ids. */
type OwnStage = 'lead' | 'qualified' | 'proposal' | 'negotiation';

/** What another program's word for a stage means. `stage`: the own one of the same meaning, null where the word is not known. */
export type Meant =
  | { state: 'won' }
  | { state: 'lost'; reason?: ExitReason }
  | { state: 'open'; stage: OwnStage | null };

const WON = /^(?:closed ?-? ?won|won|已?成交|赢单|贏單|关闭赢单|gewonnen)$/i;
const LOST =
  /^(?:closed[ -]*lost(?: to competition)?|lost|输单|輸單|丢单|丟單|已流失|流失|未成交|关闭输单|verloren)$/i;
const OWN: readonly [RegExp, OwnStage][] = [
  [
    /^(?:lead|new|prospect(?:ing)?|first contact|initial contact|appointment scheduled|discovery|初步接触|初步接觸|初步沟通|初步溝通|首次接触|首次接觸|线索|線索|新建|erstkontakt)$/i,
    'lead',
  ],
  [
    /^(?:qualified|qualification|qualified to buy|needs? analysis|id\. decision makers|identify decision makers|需求确认|需求確認|需求分析|确认意向|確認意向|意向确认|已确认需求|qualifiziert)$/i,
    'qualified',
  ],
  [
    /^(?:proposal|quote|quotation|proposal ?\/ ?price quote|value proposition|presentation scheduled|proposal sent|方案报价|方案報價|报价|報價|方案|已报价|已報價|angebot)$/i,
    'proposal',
  ],
  [
    /^(?:negotiation|negotiation ?\/ ?review|decision maker bought[ -]in|contract sent|contract|谈判|談判|商务谈判|商務談判|谈判审核|談判審核|合同|合約|签约|簽約|verhandlung)$/i,
    'negotiation',
  ],
];

const REASONS: readonly [RegExp, ExitReason][] = [
  [/compet|\brivals?\b|another (?:vendor|supplier)|竞争|競爭|竞品|競品|对手|對手|wettbewerb/i, 'competitor'],
  [/price|budget|expens|cost|价格|價格|预算|預算|太贵|太貴|preis/i, 'price'],
  [
    /no (?:longer )?need|need gone|not needed|project (?:stopped|cancel)|no fit|无需求|無需求|不需要|项目取消|專案取消|kein bedarf/i,
    'need',
  ],
  [/service|support|quality|delivery|服务|服務|质量|品質|交期|售后|售後/i, 'service'],
  [
    /no (?:answer|response|reply)|unresponsive|ghost|went (?:dark|silent)|无回应|無回應|未回复|未回覆|失联|失聯|keine antwort/i,
    'silent',
  ],
];

export function stageMeant(text: string): Meant {
  const plain = text.trim();
  if (WON.test(plain)) return { state: 'won' };
  if (LOST.test(plain)) {
    return /competition/i.test(plain) ? { state: 'lost', reason: 'competitor' } : { state: 'lost' };
  }
  return { state: 'open', stage: OWN.find(([pattern]) => pattern.test(plain))?.[1] ?? null };
}

/** The code of a reason in words; `other` where the words tell none. */
export function reasonMeant(text: string): ExitReason {
  return REASONS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}
