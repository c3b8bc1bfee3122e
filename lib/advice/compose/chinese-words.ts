/** Words of Chinese greetings: what somebody is called by, and what is nobody's name. */

/** Whom one calls by the family name and this; single characters stand apart. */
const LONG_TITLES =
  '先生|女士|小姐|太太|夫人|老师|老師|教授|讲师|講師|导师|導師|博士|博导|博導|同学|同學|学长|學長|学姐|學姐|学姊|學姊|学弟|學弟|学妹|學妹|师兄|師兄|师姐|師姐|师弟|師弟|师妹|師妹|前辈|前輩|师傅|師傅|师父|師父|师母|師母|大师|大師|法师|法師|道长|道長|神父|牧师|牧師|修女|教练|教練|教官|辅导员|輔導員|' +
  '总经理|總經理|经理|經理|总裁|總裁|总监|總監|董事长|董事長|董事|理事长|理事長|理事|监事|監事|执行长|執行長|营运长|營運長|财务长|財務長|技术长|技術長|资讯长|資訊長|协理|協理|襄理|副理|特助|主席|主任|主管|主播|主编|主編|主笔|主筆|主持|主委|委员|委員|专员|專員|专家|專家|干事|幹事|秘书长|秘書長|秘书|秘書|助理|助教|顾问|顧問|代表|老板|老闆|掌柜|' +
  '工程师|工程師|设计师|設計師|建筑师|建築師|规划师|規劃師|分析师|分析師|摄影师|攝影師|会计师|會計師|会计|會計|出纳|出納|律师|律師|医生|醫生|医师|醫師|大夫|药师|藥師|护士|護士|护理师|護理師|护士长|護理長|法官|检察官|檢察官|警官|警员|警員|导演|導演|编导|編導|制片|编辑|編輯|总编|總編|记者|記者|翻译|翻譯|司机|司機|采购|採購|业务|業務|客服|行政|文员|文員|' +
  '院长|院長|局长|局長|处长|處長|科长|科長|课长|課長|部长|部長|厅长|廳長|司长|司長|校长|校長|园长|園長|馆长|館長|厂长|廠長|店长|店長|行长|行長|会长|會長|社长|社長|所长|所長|组长|組長|队长|隊長|班长|班長|站长|站長|团长|團長|台长|臺長|区长|區長|县长|縣長|市长|市長|省长|省長|镇长|鎮長|乡长|鄉長|村长|村長|里长|里長|股长|股長|书记|書記|议员|議員|大使|领事|領事|参赞|參贊|政委|指导|指導';
/** These end a greeting also where nothing else in the line greets: 王总， */
const SHORT_TITLES = '总|總|董|工|导|導|处|處|局|院|律';
/** These with 您好 alone: 安检， and 车队： are headings. */
const SHORTER_TITLES = '老|博|部|科|课|課|所|校|厂|廠|队|隊|行|检|檢|厅|廳|司|台|秘|编|編|组|組|站|团|團|座';
export const TITLES = `副?(?:${LONG_TITLES}|${SHORT_TITLES}|${SHORTER_TITLES})`;
/** Whom one calls by either name and this. */
export const FAMILIAR = '哥|姐|兄|弟|妹|叔|姨|伯|嫂|爷|爺|大哥|大姐|大叔|老弟|阿姨|叔叔|伯伯|兄弟';
export const HELLO = '您好|你好|早上好|上午好|中午好|下午好|晚上好|早安|午安|晚安';

/** Somebody known by it alone: a contact kept as 张总. */
export const SAVED_TITLE = new RegExp(`(?:${LONG_TITLES}|总|總|董|工|哥|姐)$`);
export const IS_TITLE = new RegExp(`^(?:${TITLES}|${FAMILIAR})$`);
export const IS_SHORT_TITLE = new RegExp(`^(?:${SHORT_TITLES})$`);
/** The end of what somebody is, where no list has it: 张调度员. */
export const LIKE_A_TITLE = /[员員师師长長官总總理播导導编編家士手管监監]$/;

/** Words that greet nobody in particular, or are none of a greeting. */
export const NOBODY = new Set(
  (
    '大家 各位 诸位 諸位 两位 兩位 同事 团队 團隊 客户 客戶 用户 用戶 会员 會員 朋友 伙伴 夥伴 同志 领导 領導 家长 家長 读者 讀者 卖家 賣家 买家 買家 店家 亲 親 贵公司 貴公司 贵司 貴司 贵方 貴方 您 你 好 早 呀 啊 哦 哈 呢 吗 嗎 喔 哇 收到 请问 請問 打扰 打擾 打扰了 打擾了 ' +
    '美女 帅哥 帥哥 房东 房東 物业 物業 贵宾 貴賓 招聘 人事 小米 小区 小區 高管 高层 高層 高校 党校 官方 单位 單位 车友 車友 路人 管事 项目 项目组 项目部 項目 成员 成員 党员 黨員 党委 党支部 党组织 居委 连锁 商会 商會 车队 車隊 车行 車行 车站 車站 车间 車間 商行 安检 安檢 安保 柜台 向导 嚮導 官博 连队 ' +
    '区域 區域 高级 高級 安全 商务 商務 常务 常務 任课 任課 金融 房产 房產 华东 華東 华南 華南 华北 華北 华中 華中 管理 代理 代购 成本 文化 时尚 時尚 品管 ' +
    '时间 時間 时候 方案 方便 单号 單號 单价 單價 单据 单子 金额 金額 商品 付款 简历 簡歷 简介 車輛 车辆 任务 任務 查询 查詢 查收 申请 申請 申报 包裹 包装 包裝 成交 解决 解決 解释 安排 安装 安裝 常见 余额 房号 路线 区别 代码 代碼 连接 連接 关于 關於 施工 位置 曲目 强调 明天 游戏'
  ).split(' '),
);
/** 尊敬的申请人, 车主, 商户, 项目方; 方便吗: no name begins or ends so. */
export const NO_NAME =
  /^(?:各位|诸位|諸位|关于|關於|项目|項目|申请|申請|付款|管理|区域|區域|高校|官方|单位|單位|时间|時間|方案|查询|查詢|任务|任務)|.[们們户戶员員者客众眾人主家商吗嗎呢吧么麼啊呀的]$/;
/** 张总李总好: two people. */
export const TWO_NAMES = /^.[总總董工导導处處局院律哥姐兄]./;
/** Headings that look like a family name and what somebody is. */
export const HEADINGS = new Set(
  '施工 包工 代工 车工 車工 石工 童工 党工 常董 古董 高院 高处 高處 何处 何處 查处 查處 单处 区局 路局 时局 時局 向导 嚮導'.split(
    ' ',
  ),
);

/** The hundred or so family names of nearly everybody; one sign that a word is a name. */
export const FAMILIES = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边肖闫付简卓骆米滕褚商尚麦岑邝佟代党连官巫楼尉戚屠蒙池蓝古缪区',
);
export const COMPOUND = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 南宫 长孙 宇文'.split(' '),
);
