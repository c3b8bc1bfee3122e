import type { Spoken } from './promises';

/** What somebody does who keeps their word. */
const DO =
  '发|寄|送|传|給|给|回复|回覆|答复|答覆|回电|回電|回您|回你|联系|聯絡|聯繫|打电话|打電話|确认|確認|安排|提供|报价|報價|准备|準備|处理|處理|解决|解決|退款|退还|退還|更换|更換|换新|換新|维修|維修|反馈|反饋|通知|告诉|告訴|转|轉|交付|交货|交貨|发货|發貨|出货|出貨|發|傳|提交|更新|问一下|問一下|问清|問清|查一下|查清|核实|核實|落实|落實|跟进|跟進|整理|介绍|介紹|付款|打款|汇款|匯款|付清|签|簽|预约|預約|预订|預訂|上门|上門|过去拜访|過去拜訪|拜访|拜訪|补|補|开票|開票|开发票|開發票|完成|搞定|弄好|做好|改好|修好';
/** That it is to come, and meant. */
const COMING =
  '会|會|将|將|一定|保证|保證|马上|馬上|这就|這就|稍后|稍後|回头|回頭|待会|待會|等会|等會|晚点|晚點|尽快|儘快|盡快|立刻|立即|随后|隨後|到时|到時|下班前';
/** A day or a part of it, near the deed; the day itself is read by the grammar of dates. */
const WHEN =
  '今天|今晚|今日|明天|明日|明早|明晚|后天|後天|大后天|大後天|(?:这|這|下|本)?(?:个|個)?(?:周|週|星期|礼拜|禮拜)[一二三四五六日天末]|(?:这|這|下|本)(?:周|週|星期|礼拜|禮拜|(?:个|個)?月)|月底|月初|年底|[\\d一二两兩三四五六七八九十]+(?:月[\\d一二三四五六七八九十]+[日号號]|[日号號]|(?:个|個)?(?:工作日|小时|小時|天|周|週|星期|月)(?:之)?[内內后後])';
const I = '(?:我们公司|我們公司|我们|我們|咱们|咱們|我方|我司|我这边|我這邊|我这儿|我)';
const THEY =
  '(?:他们|他們|她们|她們|他|她|对方|對方|客户|客戶|供应商|供應商|厂家|廠家|[\\p{sc=Han}]{1,3}(?:总监|總監|总|總|经理|經理|老师|老師|先生|女士|小姐|主任|工|姐|哥))';
/** Nobody else's deed may stand between who speaks and what is done. */
const GAP = '[^，,。；;！!？?你您]{0,12}?';
const TO = '[^，。；;！!？?]{0,18}?';

const PROMISE = '(?:答应|答應|承诺|承諾|保证|保證|说好|說好)';
const I_PROMISED = new RegExp(`${I}(?:已经|已經|刚刚|剛剛|刚才|剛才|也)?${PROMISE}(?:过|過|了)?`);
const THEY_PROMISED = new RegExp(`${THEY}(?:已经|已經|刚刚|剛剛|刚才|剛才|也)?${PROMISE}(?:过|過|了)?`, 'u');
const I_WILL = new RegExp(`${I}${GAP}(?:${COMING}|${WHEN})${TO}(?:${DO})`);
const WHEN_I = new RegExp(`(?:${WHEN})[^，。；;！!？?你您]{0,6}?${I}${TO}(?:${DO})`);
/** 周五前发报价给您: who speaks goes without saying. */
const TO_YOU = new RegExp(
  `^(?:好的?[，,]?|行[，,]?|嗯[，,]?)?(?:(?:${WHEN}|${COMING})[^，。；;！!？?你您我]{0,12}?){1,2}(?:${DO})?[^，。；;！!？?我请請]{0,14}?(?:给|給|发|發|寄|传|傳|回)(?:您|你|贵司|貴司|你们|你們)`,
);
const THEY_WILL = new RegExp(
  `${THEY}[^，。；;！!？?我你您]{0,6}?(?:说|說|表示|会|會|将|將|${WHEN})${TO}(?:${DO})`,
  'u',
);
const THEY_MEAN = new RegExp(`${COMING}|${WHEN}`);

/** What takes the promise out of it: a question, a condition, a doubt, a refusal, what is done already, a request. */
const NONE = [
  /[吗嗎么麼呢]\s*[?？]?$|[?？]\s*[”"’」]?$|是否|能不能|可不可以|要不要|会不会|會不會|行不行|有没有|有沒有|怎么|怎麼|什么时候|什麼時候|几时|幾時/,
  /如果|要是|假如|假设|假設|万一|萬一|除非|的话|的話|只要|一旦|倘若/,
  /可能|也许|也許|或许|或許|大概|估计|估計|应该|應該|打算|考虑|考慮|尽量|盡量|儘量|试试|試試|试着|試著|争取|爭取|想要|希望|本来|本來|不一定|再说|再說|看情况|看情況|看看吧/,
  /不[会會能想再用必给給]|没[有能法办]?|沒[有能法辦]?|別|别[再发給给催]|无法|無法|没空|沒空|取消/,
  /昨天|昨日|前天|上(?:个|個)?(?:周|週|星期|礼拜|禮拜|月)|去年|刚才|剛才|已经|已經|早就|之前就/,
  /请您|请你|請您|請你|^请|^請|麻烦|麻煩|帮我|幫我|让我|讓我|叫我|要我|给我|給我|发我|發我|跟我/,
  /每(?:天|周|週|月|年|次)|一般|通常|总是|總是|经常|經常|往往/,
];
/** 我周五发了: it is done. Behind 答应了 it is not. */
const DONE = new RegExp(`(?:${DO})(?:完|好|出去|过去|過去|给\\S{1,3}|給\\S{1,3})?了|过了|過了`);

/**
 * Who promises what in a Chinese sentence, or null.
 * @param names what the contact is called: 王总 is 王伟, and nobody else
 */
export function chinesePromise(sentence: string, names: readonly string[]): Spoken | null {
  const promised = I_PROMISED.exec(sentence);
  const theirs = promised ? null : ofContact(THEY_PROMISED.exec(sentence), names);
  const word = promised ?? theirs;
  if (word) {
    const rest = sentence.slice(word.index + word[0].length);
    // 刚才 and 已经 before the word itself say only when it was given.
    if (NONE.slice(0, 4).some((one) => one.test(rest)) || rest.replace(/[\s，。！!]/g, '').length < 3)
      return null;
    return { by: promised ? 'speaker' : 'other', start: word.index + word[0].length };
  }
  if (
    NONE.some((one) => one.test(sentence.replace(/(?:给|給|发|發)我(?:们|們|公司|司|方)/g, ''))) &&
    !isTheirsToMe(sentence)
  )
    return null;
  if (DONE.test(sentence)) return null;
  const mine = I_WILL.exec(sentence) ?? WHEN_I.exec(sentence);
  const other = ofContact(THEY_WILL.exec(sentence), names);
  if (other && THEY_MEAN.test(other[0]) && (!mine || other.index <= mine.index))
    return { by: 'other', start: deed(sentence, other.index, THEY) };
  if (mine) return { by: 'speaker', start: deed(sentence, mine.index, I) };
  const yours = TO_YOU.exec(sentence);
  return yours ? { by: 'speaker', start: yours.index } : null;
}

/** 他周五前会把合同发给我: what is done to me by them is no request. */
function isTheirsToMe(sentence: string): boolean {
  const without = sentence.replace(/(?:给|給|发|發)我/g, '');
  return new RegExp(`^${THEY}`, 'u').test(sentence) && !NONE.some((one) => one.test(without));
}

/** Where the deed begins behind whoever does it, and behind what says that it is to come. */
function deed(sentence: string, from: number, who: string): number {
  const head = new RegExp(`^(?:${who})?(?:就|也|这就|這就|会|會|将|將|一定|保证|保證|说|說|表示)*`, 'u').exec(
    sentence.slice(from),
  );
  return from + (head?.[0].length ?? 0);
}

/** Nothing where somebody else is meant: a title stands behind a family name, which the contact has too. */
function ofContact(match: RegExpExecArray | null, names: readonly string[]): RegExpExecArray | null {
  const titled =
    match &&
    /^(\p{sc=Han})\p{sc=Han}{0,2}?(?:总监|總監|总|總|经理|經理|老师|老師|先生|女士|小姐|主任|工|姐|哥)/u.exec(
      match[0],
    );
  return !titled || names.some((name) => name.startsWith(titled[1]!)) ? match : null;
}
