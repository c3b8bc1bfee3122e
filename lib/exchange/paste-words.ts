/** The commonest family names, in both scripts; those that begin many common words are left out. */
const SURNAMES =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭萧田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔汤湯温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢裴霍苗翁冉骆駱蓝藍游辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒牟艾尤阳陽穆农農司卓吉缪繆简簡车車连連芦蘆麦麥褚娄婁窦竇戚岑景党宫宮费費卜冷晏席卫衛米柏宗瞿桂佟臧闵閔苟邬鄔卞姬栾欒隋刁荣榮巫寇桑甄丛叢仲虞敖巩鞏佘池查麻苑迟遲邝鄺';
const DOUBLES =
  '欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|司徒|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|夏侯|端木';
/** Words that begin like a name. */
const NO_CHINESE_NAME =
  /^(?:谢谢.?|謝謝.?|方便|任何|高兴|高興|高级|高級|金额|余额|马上|馬上|祝好.?|祝您.?|祝你.?|安全.?|包括|包装|包裝|文件|文档|文檔|简介|简历|管理|万一|何时|何時|于是|白天|安排|苏州.?|蘇州.?|温州.?|徐州.?|江苏.?|江蘇.?|江西.?|江门.?|黄山.?|武汉.?|武漢.?|康复|施工|连云港|石家庄|石家莊|龙岩|齐齐哈尔|宁波.?|寧波.?|兰州.?|安徽.?|汤山|华东.?|华南.?|华北.?|華東.?|車間|车间|房间|房間|关于.?|關於.?|许多|周末|周一|周二|周三|周四|周五|周六|周日|程序.?|任务|連絡.?|连接|池州|桂林.?|查看|查收|管理部|采购.?|文字|章程|包邮|荣幸|卫生|农业)$/u;

const HAN = '\\p{sc=Han}';
const SURNAME = `(?:${DOUBLES}|[${SURNAMES}])`;
const CHINESE_NAME = new RegExp(`^${SURNAME}(?:${HAN}{1,2}|·${HAN}{1,6})$`, 'u');

const ZH_TITLE =
  '(?:总?经理|總?經理|总监|總監|董事长|董事長|董事|主任|主管|专员|專員|工程师|工程師|顾问|顧問|助理|代表|总裁|總裁|副总|副總|部长|部長|处长|處長|科长|科長|教授|讲师|講師|老师|老師|律师|律師|医生|醫生|医师|醫師|会计师?|會計師?|设计师|設計師|秘书|秘書|创始人|創辦人|创办人|合伙人|合夥人|店长|店長|负责人|負責人|院长|院長|校长|校長|所长|所長|组长|組長|课长|課長|协理|協理|襄理|副理|專案|编辑|編輯|记者|記者|采购员?|採購|销售员?|业务员?|業務|客服|财务|財務|行政|人事|架构师|架構師|分析师|分析師|研究员|研究員|买手|買手)';
const ZH_RANK =
  '(?:总|總|副|高级|高級|资深|資深|首席|助理|区域|區域|大区|大區|国际|國際|海外|华东|华南|华北|销售|銷售|采购|採購|市场|市場|技术|技術|运营|營運|业务|業務|产品|產品|项目|專案|财务|財務|人事|行政|客户|客戶|研发|研發|软件|軟體)';
const TITLE_END = new RegExp(`${ZH_TITLE}$`, 'u');
const WHOLE_TITLE = new RegExp(`^${ZH_RANK}{0,3}${ZH_TITLE}$`, 'u');
const HONORIFIC = '(?:先生|女士|小姐|太太|同学|同學|老师|老師|总|總|经理|經理|工|董)';
const ADDRESSED = new RegExp(`^${SURNAME}${HONORIFIC}$`, 'u');

const EN_TITLE =
  /\b(?:manager|director|engineer|officer|president|head of|vp|svp|evp|ceo|cto|cfo|coo|cmo|cio|founder|co-founder|consultant|analyst|assistant|team lead|lead|sales|purchasing|procurement|marketing|buyer|coordinator|specialist|executive|representative|developer|designer|secretary|professor|associate|attorney|counsel|lawyer|architect|accountant|advis[eo]r|administrator|chair(?:man|woman|person)?|owner|agent|editor|scientist|researcher|nurse|teacher|partner|principal|strategist|recruiter|technician|controller|supervisor|intern|geschäftsführer(?:in)?|leiter(?:in)?|einkauf|vertrieb|directeur|directrice|gérante?)\b/i;
const ZH_COMPANY =
  /(?:公司|集团|集團|企业|企業|事务所|事務所|银行|銀行|大学|大學|学院|學院|中学|中學|医院|醫院|诊所|診所|研究院|研究所|工厂|工廠|厂|廠|商行|工作室|俱乐部|俱樂部|基金会|基金會|协会|協會|商会|商會|出版社|报社|報社|酒店|有限合伙|株式会社|株式會社|有限会社|合同会社|股份|分行|门店)(?:\(\p{sc=Han}{2,8}\))?$/u;
const EN_COMPANY =
  /(?:\b(?:inc|llc|l\.l\.c|ltd|limited|gmbh(?: & co\.? kg)?|ag|kg|ug|corp|corporation|co|company|s\.?a|b\.?v|n\.?v|pte|pty|plc|llp|lp|sarl|srl|s\.?r\.?l|spa|oy|ab|aps|s\.?r\.?o|sp\. z o\.o|group|holdings?|university|college|bank|studios?|associates|partners|trading|industries|solutions|technologies|consulting|logistics|laborator(?:y|ies)|labs|institute|foundation|hospital|school)\.?|&\s*co\.?)$/i;
/** Legal forms that are words or names as well when they are not written in capitals. */
const SHORT_FORM = /(?<![\p{L}\d])(?:ASA?|A\/S|S\.?A\.?S|S\.p\.A|K\.?K|SE|Oyj|Kft|Lda|d\.o\.o)\.?$/u;
const COMPANY_BEFORE = /^(?:株式会社|株式會社|有限会社|合同会社|\(株\))[\p{L}\d]{2,}/u;

const NO_NAME =
  /^(?:best|kind|warm|many|with|dear|hi|hello|thanks?|thank|yours|sincerely|cheers|regards|from|to|cc|bcc|subject|date|sent|mobile|phone|tel|fax|mail|email|e-mail|web|website|address|office|direct|street|road|the|this|our|please|visit|follow|confidential|disclaimer|on|re|fwd?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|new|united|north|south|east|west|san|hong|great|freundlich\w*|grüße|grüßen|cordialement|sent|iphone|android)$/i;
const NAME_WORD = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u;
const PARTICLE = /^(?:de|van|von|der|den|bin|binti|al|la|da|di|del|du|el|dos|ter|zu)$/;
const BEFORE_NAME = /^(?:(?:dr|mr|mrs|ms|prof|herr|frau)\.? )+/i;
const AFTER_NAME = /,? (?:phd|mba|md|cpa|msc|esq|jr|sr)\.?$/i;

export function isChineseName(piece: string): boolean {
  return (
    CHINESE_NAME.test(piece) &&
    !TITLE_END.test(piece) &&
    !ZH_COMPANY.test(piece) &&
    !NO_CHINESE_NAME.test(piece)
  );
}

/** 王总, 陈小姐: a family name with a form of address. */
export function isAddressed(piece: string): boolean {
  return ADDRESSED.test(piece);
}

/** Two to four capitalised words, none of them a word of letters and signatures. */
export function isLatinName(piece: string): boolean {
  if (piece.length > 60 || EN_TITLE.test(piece) || isCompany(piece)) return false;
  const words = piece.replace(BEFORE_NAME, '').replace(AFTER_NAME, '').split(' ');
  if (words.length < 2 || words.length > 5) return false;
  return words.every((word, at) => {
    const inside = at > 0 && at < words.length - 1;
    return (NAME_WORD.test(word) && !NO_NAME.test(word)) || (inside && PARTICLE.test(word));
  });
}

export function isCompany(piece: string): boolean {
  if (piece.length > 80 || piece.length < 3) return false;
  if (ZH_COMPANY.test(piece) || COMPANY_BEFORE.test(piece)) return true;
  // A legal form alone is no company.
  const formed = EN_COMPANY.exec(piece) ?? SHORT_FORM.exec(piece);
  return /^[\p{Lu}\d]/u.test(piece) && formed !== null && formed.index > 0;
}

export function isTitle(piece: string): boolean {
  if (piece.length > 60 || piece.includes(':') || isCompany(piece)) return false;
  if (/\p{sc=Han}/u.test(piece)) return piece.length <= 16 && TITLE_END.test(piece);
  return (
    piece.split(' ').length <= 7 && /^\p{Lu}/u.test(piece) && EN_TITLE.test(piece) && !/[.!?]$/.test(piece)
  );
}

/** Splits what is written without spaces: 华信贸易有限公司采购经理王小明, 采购经理王小明, 王小明经理. */
export function unglue(piece: string): string[] {
  const whole = WHOLE_TITLE.test(piece) || COMPANY_BEFORE.test(piece);
  if (!/^[\p{sc=Han}()·]+$/u.test(piece) || piece.length > 40 || whole) return [piece];
  const company =
    /^(.{2,30}?(?:有限公司|公司|集团|集團|事务所|事務所|银行|銀行|大学|大學|医院|醫院))(?=.)(?!\()(.+)$/u.exec(
      piece,
    );
  if (company) return [company[1]!, ...unglue(company[2]!)];
  for (const size of [2, 3, 4]) {
    const [head, tail] = [piece.slice(0, -size), piece.slice(-size)];
    if (head && isTitle(head) && isChineseName(tail)) return [head, tail];
  }
  for (const size of [4, 3, 2]) {
    const [head, tail] = [piece.slice(0, size), piece.slice(size)];
    if (tail && isChineseName(head) && WHOLE_TITLE.test(tail)) return [head, tail];
  }
  return [piece];
}
