import { nameParts } from '@/lib/crm/merge-fields';
import type { Greeted } from './greeting';

/** Whom the first line of a mail in Chinese greets. */

/** Whom one calls by the family name and this. */
const TITLES =
  '先生|女士|小姐|太太|老师|老師|教授|博士|总经理|總經理|副总|副總|总监|總監|董事长|董事長|经理|經理|主任|主管|工程师|工程師|律师|律師|医生|醫生|院长|院長|局长|局長|处长|處長|科长|科長|部长|部長|校长|校長|厂长|廠長|店长|店長|行长|行長|会长|會長|所长|所長|组长|組長|书记|書記|秘书|秘書|助理|顾问|顧問|老板|老闆|总|總|董|工';
/** Whom one calls by either name and this. */
const FAMILIAR = '哥|姐|兄|弟|妹|叔|姨';
const HELLO = '您好|你好|早上好|上午好|中午好|下午好|晚上好|早安|午安|晚安';
const CHINESE = new RegExp(
  `^(?:尊敬的|敬爱的|敬愛的|亲爱的|親愛的)?(${HELLO}|早|hi|hello|dear)?[,，\\s]*([\\p{sc=Han}]{1,4}?)(?:(${TITLES})|(${FAMILIAR}))?\\s*(${HELLO}|好|早)?\\s*(?:[,，:：!！。~]|$)`,
  'iu',
);
const GREETS = new RegExp(`${HELLO}|尊敬的|亲爱的|親愛的|^(?:hi|hello|dear)\\b`, 'i');
const HELLO_AND_COMMA = new RegExp(`^(?:${HELLO}|早)\\s*[,，]`);
const IS_TITLE = new RegExp(`^(?:${TITLES}|${FAMILIAR})$`);

/** Words that greet nobody in particular, or are none of a greeting. */
const NOBODY = new Set(
  '大家 各位 诸位 諸位 两位 兩位 同事 团队 團隊 客户 客戶 用户 用戶 会员 會員 朋友 伙伴 夥伴 同学 同學 同志 领导 領導 家长 家長 读者 讀者 客服 卖家 賣家 买家 買家 店家 亲 親 贵公司 貴公司 贵司 貴司 贵方 貴方 您 你 好 早 呀 啊 哦 哈 呢 吗 嗎 喔 哇 收到 请问 請問 打扰 打擾 打扰了 打擾了'.split(
    ' ',
  ),
);

/** The hundred or so family names of nearly everybody; one sign that a word is a name. */
const FAMILIES = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边',
);
/** Headings that look like a family name and what somebody is. */
const HEADINGS = new Set(['施工', '包工', '常董']);
const COMPOUND = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 南宫 长孙 宇文'.split(' '),
);

/** Traditional signs of names with their simplified forms. */
const SIMPLE = new Map(
  '張张劉刘陳陈楊杨趙赵黃黄吳吴孫孙馬马羅罗鄭郑謝谢韓韩馮冯蕭萧鄧邓許许呂吕蘇苏盧卢蔣蒋賈贾葉叶閻阎鍾钟鐘钟范范譚谭鄒邹陸陆顧顾龍龙萬万錢钱湯汤喬乔賀贺賴赖龔龚龐庞蘭兰顏颜嚴严溫温蘆芦魯鲁韋韦畢毕聶聂叢丛齊齐莊庄塗涂時时關关費费紀纪歐欧項项陽阳衛卫鮑鲍單单寧宁閔闵華华車车邊边諸诸葛葛東东長长孫孙偉伟強强麗丽國国軍军傑杰豔艳艷艳靜静紅红濤涛鵬鹏飛飞鳳凤學学瑩莹穎颖雲云慶庆興兴榮荣維维曉晓夢梦潔洁瓊琼瑤瑶嵐岚錦锦鋒锋銘铭輝辉義义禮礼賢贤達达遠远澤泽聰聪愛爱樂乐詩诗韻韵語语誠诚謙谦進进運运順顺廣广啟启傳传儀仪倫伦凱凯勝胜勳勋嬌娇寶宝彥彦恆恒懷怀曄晔棟栋業业標标樺桦橋桥煥焕燁烨瑋玮環环蓮莲蔣蒋貞贞貴贵賓宾鈞钧鴻鸿齡龄'
    .match(/../gu)
    ?.map((pair) => [...pair] as [string, string]),
);
const simple = (text: string) => [...text].map((sign) => SIMPLE.get(sign) ?? sign).join('');
const isFamilyName = (name: string) =>
  FAMILIES.has(simple(name)[0] ?? '') || COMPOUND.has(simple(name).slice(0, 2));

/** Whom a line greets; null where it greets nobody by name. */
export function greetedInChinese(line: string): Greeted | null {
  const found = CHINESE.exec(line);
  if (!found) return null;
  const [whole, hello = '', name = '', title, familiar, after = ''] = found;
  const honorific = title ?? familiar;
  const isShort = after === '好' || after === '早' || hello === '早';
  if (NOBODY.has(name) || NOBODY.has(name + (honorific ?? '')) || IS_TITLE.test(name) || /[们們]$/.test(name))
    return null;
  // "挺好" and "早日" greet nobody; "李总好" and "早，李总" do.
  if (isShort && !(honorific && isFamilyName(name))) return null;
  if (!honorific) {
    // A word before a comma is no greeting; with a greeting it is one.
    if (!GREETS.test(whole) || HELLO_AND_COMMA.test(line)) return null;
    // "您好请查收" goes on to speak.
    if (/^\p{sc=Han}/u.test(hello) && !(isFamilyName(name) && name.length < 4)) return null;
    const [called, rest = ''] = [name[0] ?? '', name.slice(1)];
    if (/[老小阿]/.test(called) && rest.length === 1)
      return { name: rest, isFamily: called !== '阿' && isFamilyName(rest) };
    return { name, isFamily: false };
  }
  // "汇总：" and "分工，" are headings.
  const isHeading = honorific.length === 1 && !isShort && !GREETS.test(whole);
  if (isHeading && (!isFamilyName(name) || HEADINGS.has(name + honorific))) return null;
  return { name, isFamily: title !== undefined && (name.length === 1 || COMPOUND.has(simple(name))) };
}

/** Whether a greeting is for somebody of this name, both in Chinese. */
export function isGreetedInChinese({ name, isFamily }: Greeted, known: string): boolean {
  const [told, called] = [simple(known.replace(/\s+/g, '')), simple(name)];
  if (isFamily) return told.startsWith(called);
  return told.includes(called) || called.includes(told) || simple(nameParts(known).first ?? '') === called;
}
