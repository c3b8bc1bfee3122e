import type { PracticeLanguage } from './shape';

/** What the crowd writes and does, by language. */
export interface Phrases {
  titles: readonly string[];
  subjects: readonly string[];
  calls: readonly string[];
  meetings: readonly string[];
  chats: readonly string[];
  visits: readonly string[];
  products: readonly string[];
  promises: readonly string[];
  notes: readonly string[];
  tasks: readonly string[];
  tags: readonly string[];
  region: string;
  friends: string;
  order: (number: string) => string;
  reply: (subject: string) => string;
  channel: 'whatsapp' | 'wechat' | 'line';
}

const lines = (text: string) => text.trim().split(/\s*\n\s*/);

export const PHRASES: Readonly<Record<PracticeLanguage, Phrases>> = {
  en: {
    titles:
      lines(`Head of Purchasing\nLab Manager\nField Engineer\nOperations Lead\nFinance Officer\nResearch Fellow\nWorkshop Foreman
      Quality Manager\nOwner\nOffice Manager\nProject Lead\nService Technician`),
    subjects:
      lines(`Delivery date for the field kit\nCalibration certificates\nQuote for three units\nLoan unit in spring\nFreight terms
      Spare lenses\nAcceptance test on Thursday\nTraining for two new colleagues\nDrawings, rev B\nService visit
      Missing parts in the last box\nBudget for next year\nMeasurements from the pilot\nReference for your site
      Change of address\nHandbook in English\nOrder confirmation\nStand at the spring fair\nFirmware question\nBattery life in the cold`),
    calls: lines(
      `Freight and customs\nDelivery slipped by a week\nWho signs above the limit\nHow the pilot goes\nQuestions on the quote`,
    ),
    meetings: lines(
      `Tour of the new hall\nKick-off\nYearly review\nAcceptance on site\nPlanning for next season`,
    ),
    chats: lines(`Date for the visit\nPhoto of the label\nArrived safely\nMeeting point at the fair`),
    visits: lines(`Service on site\nInstallation\nHanded over the loan unit`),
    products: lines(
      `Field spectrometer\nService contract, one year\nSpare lens set\nTraining day\nCalibration kit\nTripod, carbon`,
    ),
    promises: lines(
      `the drawings in DXF\na second quote with freight\nthe test protocol\na loan unit for April\nthe new terms of service`,
    ),
    notes:
      lines(`Prefers a call before ten.\nDecides together with finance.\nAsks for everything in metric.\nNever on Fridays.
      Met at the spring fair, wants the compact model.\nReads mail on paper; send short ones.\nHas two more sites in the north.
      Careful with the budget, generous with time.`),
    tasks: lines(
      `Send the handbook\nAsk for the purchase order\nBook the acceptance test\nCheck the spare lenses\nThank for the reference`,
    ),
    tags: lines(
      `Interest / samples\nInterest / service\nInterest / training\nFair 2026\nRole / decides\nRole / uses\nRole / pays\nreference\nyearly contract`,
    ),
    region: 'Region',
    friends: 'friends',
    order: (number) => `order ${number}`,
    reply: (subject) => `Re: ${subject}`,
    channel: 'whatsapp',
  },
  'zh-Hans': {
    titles: lines(
      `采购经理\n实验室主任\n现场工程师\n运营主管\n财务\n研究员\n车间主任\n质量经理\n总经理\n行政主管\n项目经理\n售后工程师`,
    ),
    subjects:
      lines(`现场套件的交期\n校准证书\n三台设备的报价\n春季借用样机\n运费条款\n备用镜头\n周四验收\n两位新同事的培训\n图纸 B 版\n上门服务
      上一箱缺件\n明年预算\n试点的测量数据\n客户推荐信\n地址变更\n中文说明书\n订单确认\n春季展会的展位\n固件问题\n低温下的电池续航`),
    calls: lines(`运费与清关\n交期推迟一周\n超过限额由谁签字\n试点进展\n关于报价的疑问`),
    meetings: lines(`参观新厂房\n项目启动会\n年度回顾\n现场验收\n下一季的计划`),
    chats: lines(`约定来访日期\n标签的照片\n已平安到货\n展会碰头的地点`),
    visits: lines(`现场维护\n安装调试\n送交样机`),
    products: lines(`便携光谱仪\n一年服务合同\n备用镜头组\n培训一天\n校准套件\n碳纤维三脚架`),
    promises: lines(`DXF 格式的图纸\n含运费的第二份报价\n测试记录\n四月的样机\n新的服务条款`),
    notes: lines(
      `上午十点前打电话最好。\n要和财务一起决定。\n周五不要联系。\n春季展会认识，想要小型号。\n邮件要短，附件要全。\n北方还有两个站点。\n预算管得紧，人很爽快。`,
    ),
    tasks: lines(`寄说明书\n催采购订单\n预约验收\n核对备用镜头\n感谢推荐`),
    tags: lines(
      `意向 / 样品\n意向 / 服务\n意向 / 培训\n2026 展会\n角色 / 决策\n角色 / 使用\n角色 / 付款\n推荐客户\n年度合同`,
    ),
    region: '地区',
    friends: '朋友',
    order: (number) => `订单 ${number}`,
    reply: (subject) => `回复：${subject}`,
    channel: 'wechat',
  },
  'zh-Hant': {
    titles: lines(
      `採購經理\n實驗室主任\n現場工程師\n營運主管\n財務\n研究員\n廠長\n品保經理\n負責人\n行政主管\n專案經理\n售後工程師`,
    ),
    subjects:
      lines(`現場套件的交期\n校正證書\n三台設備的報價\n春季借用樣機\n運費條款\n備用鏡頭\n週四驗收\n兩位新同事的教育訓練\n圖面 B 版\n到府服務
      上一箱缺件\n明年預算\n試點的量測資料\n客戶推薦信\n地址變更\n中文說明書\n訂單確認\n春季展覽的攤位\n韌體問題\n低溫下的電池續航`),
    calls: lines(`運費與報關\n交期延後一週\n超過額度由誰簽核\n試點進度\n報價的疑問`),
    meetings: lines(`參觀新廠\n專案啟動會議\n年度回顧\n現場驗收\n下一季的規劃`),
    chats: lines(`約好來訪日期\n標籤的照片\n已平安到貨\n展覽會合的地點`),
    visits: lines(`現場維護\n安裝測試\n送交樣機`),
    products: lines(`攜帶式光譜儀\n一年服務合約\n備用鏡頭組\n教育訓練一天\n校正套件\n碳纖維三腳架`),
    promises: lines(`DXF 格式的圖面\n含運費的第二份報價\n測試紀錄\n四月的樣機\n新的服務條款`),
    notes: lines(
      `上午十點前打電話最好。\n要和財務一起決定。\n週五不要聯絡。\n春季展覽認識，想要小型機種。\n郵件要短，附件要齊。\n南部還有兩個據點。`,
    ),
    tasks: lines(`寄說明書\n詢問採購單\n預約驗收\n核對備用鏡頭\n感謝推薦`),
    tags: lines(
      `意向 / 樣品\n意向 / 服務\n意向 / 訓練\n2026 展覽\n角色 / 決策\n角色 / 使用\n角色 / 付款\n推薦客戶\n年度合約`,
    ),
    region: '地區',
    friends: '朋友',
    order: (number) => `訂單 ${number}`,
    reply: (subject) => `回覆：${subject}`,
    channel: 'line',
  },
};
