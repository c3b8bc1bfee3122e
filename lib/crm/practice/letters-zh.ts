import type { Letter } from './mailbox';

/** Mails in Chinese, Simplified, then Traditional. */
export function lettersZh(year: number): Letter[] {
  return [...hans(year), ...hant()].map((letter) => ({ ...letter, chinese: true }));
}

function hans(year: number): Letter[] {
  return [
    {
      id: 'huimin-again',
      who: 'huimin',
      also: ['zhoulei'],
      hoursAgo: 2,
      subject: `回复：发票 ${year}-114`,
      text: `您好：
        更正后的发票收到了，谢谢。财务今天付款。
        周磊问 ${year + 1} 年的价目表是否已经定稿，他月底要做预算。如果运费能单列，我们内部会好批一些。
        另外介绍一位同行：北航光电的林晓岚，她在找同类设备，我让她直接联系您。
        祝好
        李慧敏`,
    },
    {
      id: 'xiaolan-hello',
      who: { name: '林晓岚', address: 'xiaolan.lin@beihang-gd.example' },
      hoursAgo: 1,
      subject: '恒测李慧敏介绍',
      text: `您好：
        恒测的李慧敏推荐了您。我们做港口沉积物的调查，入夏之前需要两台便携光谱仪。
        请问哪一款耐盐雾？样机借一周费用多少？
        林晓岚 项目经理
        北航光电有限公司
        手机：+86 512 5550 0168
        微信号：xiaolan_gd`,
    },
    {
      id: 'payroll-zh',
      who: { name: '薪资系统', address: 'no-reply@xinzi.example' },
      hoursAgo: 3,
      subject: '本月工资单',
      text: `本月的工资单已可在系统中查看。
        本邮件由系统自动发出，请勿回复。`,
    },
    {
      id: 'chenke-thanks',
      who: 'chenke',
      day: 1,
      time: '15:48',
      subject: '谢谢',
      text: `您好：
        团队对培训非常满意。可以把我们列为推荐客户，照片也可以用。
        陈可`,
    },
    {
      id: 'anran-samples',
      who: 'anran',
      day: 2,
      time: '09:58',
      subject: '样品已到，要测试表',
      text: `您好：
        十二件样品都已通过海关，状态完好。能把测试表发来吗？实验室周四开始。
        王安然`,
    },
    {
      id: 'rail-zh',
      who: { name: '铁路快讯', address: 'newsletter@tielu.example' },
      day: 2,
      time: '08:00',
      subject: '沿海线施工',
      text: `月底起列车终到港湾站，之后换乘大巴。
        您订阅了本快讯。`,
    },
    {
      id: 'hejing-gate',
      who: 'hejing',
      day: 4,
      time: '11:05',
      subject: '周一走哪个门',
      text: `您好：
        周一三号门关闭，请从一号门进，到现场办公室找我。您开哪辆车来？门卫要登记车牌。
        何静`,
    },
    {
      id: 'songyu-date',
      who: 'songyu',
      out: true,
      day: 5,
      time: '10:45',
      subject: '安装日期',
      text: `宋主任：
        下个月第二周或第三周可以安装，实验室哪一周方便？
        马拉`,
    },
    {
      id: 'zhoulei-tolerance',
      who: 'zhoulei',
      out: true,
      also: ['huimin'],
      day: 8,
      time: '14:35',
      subject: 'C 版公差数据',
      text: `周工：
        三处里有两处没问题。第三处请给出数值：正负 0.02 还是 0.05？
        马拉`,
    },
    {
      id: 'liqun-renewal',
      who: 'liqun',
      day: 9,
      time: '09:12',
      subject: '续约：服务费的两个问题',
      text: `您好：
        签字之前，我想弄清楚新的服务费，以及谁来现场。
        合同年底到期，时间还有一些，但不多。
        孙立群`,
    },
    {
      id: 'zhoulei-spec',
      who: 'zhoulei',
      day: 9,
      time: '10:20',
      subject: '规格书 C 版',
      text: `您好：
        我标出了三处公差偏紧的地方，请看一下。
        周磊`,
    },
    {
      id: 'gaoyuan-order',
      who: 'gaoyuan',
      out: true,
      day: 16,
      time: '15:20',
      subject: '签字的订单',
      text: `高老师：
        订单在附件里。月底前签回，仍按旧价。
        马拉`,
    },
    {
      id: 'huimin-thanks',
      who: 'huimin',
      day: 94,
      time: '17:02',
      subject: `回复：发票 ${year}-114`,
      text: `谢谢，那我等您的价目表。
        李慧敏`,
    },
    {
      id: 'huimin-invoice',
      who: 'huimin',
      out: true,
      day: 94,
      time: '16:12',
      subject: `发票 ${year}-114（更正）`,
      text: `李经理：
        更正后的发票在附件里，运费已按您的要求列出。${year + 1} 年的价目表我周三前发给您。
        马拉`,
    },
  ];
}

function hant(): Letter[] {
  return [
    {
      id: 'shuyu-shipping',
      who: 'shuyu.lin',
      day: 3,
      time: '16:40',
      subject: '下週的出貨時間',
      text: `您好：
        下週二或週三出貨，哪一天方便收貨？倉庫週四盤點，不收件。
        林書宇`,
    },
    {
      id: 'borui-package',
      who: 'borui.huang',
      out: true,
      day: 6,
      time: '10:20',
      subject: '包裝樣稿',
      text: `柏睿：
        包裝樣稿請看附件，綠色那一版比較接近實物。週五前給我意見就好。
        馬拉`,
    },
    {
      id: 'yian-schedule',
      who: 'yian.chen',
      day: 18,
      time: '13:20',
      subject: '驗收排程',
      text: `您好：
        驗收的日期還在跟廠務確認，兩週內回覆您。
        陳怡安
        晨星儀器股份有限公司`,
    },
    {
      id: 'yongqing-photo',
      who: 'yongqing',
      day: 30,
      time: '21:14',
      subject: '上次的照片',
      text: `照片都放在相簿裡了，你挑幾張吧。
        下次來台南提早說，我留房間。
        詠晴`,
    },
    {
      id: 'invoice-hant',
      who: { name: '電子發票', address: 'no-reply@fapiao.example' },
      day: 12,
      time: '07:30',
      subject: '電子發票開立通知',
      text: `您的電子發票已開立。
        本信由系統自動寄出，請勿直接回覆。`,
    },
  ];
}
