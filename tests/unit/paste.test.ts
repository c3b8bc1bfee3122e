import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDateText } from '@/lib/exchange/date-text';
import { type PasteOptions, proposeFromText } from '@/lib/exchange/paste';

const ZH: PasteOptions = { language: 'zh-Hans', region: 'CN' };
const TW: PasteOptions = { language: 'zh-Hant', region: 'TW' };
const EN: PasteOptions = { language: 'en' };

/** Milliseconds of processor time: unlike the clock it does not count what other programs do meanwhile. */
function workOf(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** `field: value` of each proposal, in order. */
function read(text: string, options: PasteOptions): string[] {
  return proposeFromText(text, options).map(({ field, value }) => `${field}: ${value}`);
}

const CASES: [string, PasteOptions, string, string[]][] = [
  [
    'a card on one line',
    ZH,
    '王小明 采购经理 华信贸易有限公司 手机：138 0000 0000 微信号 wxm_88 邮箱 wxm@huaxin.example 地址：上海市浦东新区示范路88号3楼',
    [
      'name: 王小明',
      'title: 采购经理',
      'company: 华信贸易有限公司',
      'phone: +86 138 0000 0000',
      'wechat: wxm_88',
      'email: wxm@huaxin.example',
      'address: 上海市浦东新区示范路88号3楼',
    ],
  ],
  [
    'a card of several lines, full-width signs',
    ZH,
    '华信贸易有限公司\n王小明　销售总监\n电话：０２１－５５５５０１００ 转 ８０１\n传真：021-55550199\n邮编：200000\nＱＱ：10001234\n网址：www.huaxin.example',
    [
      'name: 王小明',
      'title: 销售总监',
      'company: 华信贸易有限公司',
      'phone: +86 21 5555 0100 ext. 801',
      'qq: 10001234',
      'url: https://huaxin.example',
    ],
  ],
  [
    'a chat in which somebody tells of herself',
    TW,
    '我是陳美玲，現在在誠品當採購。我的LINE是 meiling_chen，微信号是wxm_88',
    ['name: 陳美玲', 'title: 採購', 'company: 誠品', 'line: meiling_chen', 'wechat: wxm_88'],
  ],
  [
    'the same in lines of their own',
    ZH,
    '李娜\n现在在诚品当采购',
    ['name: 李娜', 'title: 采购', 'company: 诚品'],
  ],
  [
    'an address glued to Chinese text',
    ZH,
    '有问题请发邮件至wxm@huaxin.example谢谢',
    ['email: wxm@huaxin.example'],
  ],
  [
    'written without spaces',
    ZH,
    '华信贸易有限公司采购经理王小明 13800000000',
    ['name: 王小明', 'title: 采购经理', 'company: 华信贸易有限公司', 'phone: +86 138 0000 0000'],
  ],
  [
    'name and title glued',
    ZH,
    '王小明经理\n手机 13800000000',
    ['name: 王小明', 'title: 经理', 'phone: +86 138 0000 0000'],
  ],
  [
    'a chat',
    ZH,
    '王小明 10:23\n你好，我是华信的王小明，手机13800000000（微信同号）',
    ['name: 王小明', 'company: 华信', 'phone: +86 138 0000 0000', 'wechat: 13800000000'],
  ],
  [
    'one label for phone and WeChat',
    { language: 'zh-Hans' },
    '李娜\n手机/微信：138 0000 0001',
    ['name: 李娜', 'phone: 138 0000 0001', 'wechat: 13800000001'],
  ],
  [
    'labels for everything',
    ZH,
    '姓名：欧阳晓\n职务：副总裁\n公司：示范科技\n生日：农历八月初九\n电子邮箱：oy@shifan.example',
    [
      'name: 欧阳晓',
      'title: 副总裁',
      'company: 示范科技',
      'birthday: 农历八月初九',
      'email: oy@shifan.example',
    ],
  ],
  [
    'a double surname and a company in the English form',
    ZH,
    '诸葛明\n示范科技(上海)有限公司\nShifan Technology Co., Ltd.\nTel: +86 21 5555 0100',
    ['name: 诸葛明', 'company: 示范科技(上海)有限公司', 'phone: +86 21 5555 0100'],
  ],
  [
    'order number, tax number and amount are no phones',
    ZH,
    '订单号：13800000000\n税号 913100001234567890\n金额：13900000000\n订单编号 2026112100015\n手机 13800000002',
    ['phone: +86 138 0000 0002'],
  ],
  [
    'Taiwan',
    TW,
    '陳怡君 業務經理\n示範股份有限公司\n統一編號：12345678\n電話：(02)2345-6789 分機 12\n傳真：(02)2345-6780\n行動電話：0912-345-678\nLINE ID: yijun.tw\n地址：台北市信義區示範路五段7號10樓\nyijun@shifan.example',
    [
      'name: 陳怡君',
      'title: 業務經理',
      'company: 示範股份有限公司',
      'phone: +886 2 2345 6789#12',
      'phone: +886 912 345 678',
      'line: yijun.tw',
      'address: 台北市信義區示範路五段7號10樓',
      'email: yijun@shifan.example',
    ],
  ],
  [
    'Hong Kong, both scripts in one line',
    { language: 'zh-Hant', region: 'HK' },
    'Chan Siu Ming (陳小明)\n採購主任 Purchasing Officer\nTel/Fax: 2345 6789\nWhatsApp: +852 5123 4567',
    ['name: 陳小明', 'title: 採購主任', 'phone: +852 2345 6789', 'whatsapp: +852 5123 4567'],
  ],
  [
    'an address without a label',
    ZH,
    '李娜 | 设计师\n上海市 浦东新区 示范路88号 3楼\n13800000003',
    ['name: 李娜', 'title: 设计师', 'address: 上海市 浦东新区 示范路88号 3楼', 'phone: +86 138 0000 0003'],
  ],
  [
    'a company named after its city',
    ZH,
    '李娜 上海市示范贸易有限公司 上海市浦东新区示范路88号3楼',
    ['name: 李娜', 'company: 上海市示范贸易有限公司', 'address: 上海市浦东新区示范路88号3楼'],
  ],
  [
    'an English signature',
    EN,
    'Hi Bob,\n\nthe list is attached, please write to bob@other.example too.\n\nBest regards,\nAnna Schmidt\nPurchasing Manager | Acme GmbH\nT: +49 30 901820 | F: +49 30 901821\nM: +49 151 23456789\nanna.schmidt@acme.example\nwww.acme.example',
    [
      'name: Anna Schmidt',
      'title: Purchasing Manager',
      'company: Acme GmbH',
      'phone: +49 30 901820',
      'phone: +49 1512 3456789',
      'email: anna.schmidt@acme.example',
      'url: https://acme.example',
    ],
  ],
  [
    'the delimiter of signatures',
    EN,
    'See you. My old address was old@other.example.\n-- \nDr. Wei Li, PhD\nHead of Research, Example Institute\nwei@institute.example',
    [
      'name: Dr. Wei Li, PhD',
      'title: Head of Research',
      'company: Example Institute',
      'email: wei@institute.example',
    ],
  ],
  [
    'quoted mail below',
    EN,
    'Thanks,\nAnna Schmidt\n+49 30 901820\n\nOn Mon, 2 Nov 2026 at 10:00, Bob Chen <bob@other.example> wrote:\n> call me on +44 20 7946 0958\n> Bob',
    ['name: Anna Schmidt', 'phone: +49 30 901820'],
  ],
  [
    'quoted mail below, Chinese',
    ZH,
    '好的\n王小明\n13800000000\n\n------------------ 原始邮件 ------------------\n发件人: "李娜" <lina@other.example>\n电话 13900000000',
    ['name: 王小明', 'phone: +86 138 0000 0000'],
  ],
  [
    'nothing but quoted mail',
    EN,
    'Ok.\n\nOn Mon, 2 Nov 2026 at 10:00, Bob Chen <bob@other.example> wrote:\ncall me on +44 20 7946 0958',
    [],
  ],
  [
    'only quoted lines',
    EN,
    '> Anna Schmidt\n> anna@acme.example',
    ['name: Anna Schmidt', 'email: anna@acme.example'],
  ],
  [
    'a mail header',
    EN,
    'From: Anna Schmidt <anna.schmidt@acme.example>\nDate: 2 Nov 2026',
    ['name: Anna Schmidt', 'email: anna.schmidt@acme.example'],
  ],
  [
    'several people, line by line',
    ZH,
    '王小明 采购经理 13800000000\n李娜 销售总监 13900000000',
    ['name: 王小明', 'title: 采购经理', 'phone: +86 138 0000 0000'],
  ],
  [
    'several people, as recipients',
    EN,
    'Anna Schmidt <anna@acme.example>; Bob Chen <bob@other.example>',
    ['name: Anna Schmidt', 'email: anna@acme.example'],
  ],
  [
    'several cards',
    EN,
    'Anna Schmidt\nSales Manager\nanna@acme.example\n\nBob Chen\nBuyer\nbob@other.example',
    ['name: Anna Schmidt', 'title: Sales Manager', 'email: anna@acme.example'],
  ],
  [
    'title and company in one phrase, profile and chat links',
    EN,
    'Maria de la Cruz\nVP Sales at Initech\nhttps://www.linkedin.com/in/maria-cruz?trk=x\nhttps://wa.me/34600000000\nTelegram: @mcruz',
    [
      'name: Maria de la Cruz',
      'title: VP Sales',
      'company: Initech',
      'handle: linkedin:maria-cruz',
      'whatsapp: +34 600 00 00 00',
      'handle: telegram:mcruz',
    ],
  ],
  [
    'company known by the mail domain',
    EN,
    'Bob Chen\nHooli\nbob.chen@hooli.example',
    ['name: Bob Chen', 'company: Hooli', 'email: bob.chen@hooli.example'],
  ],
  [
    'street and city on two lines',
    EN,
    'John Example\n12 Example Street\nLondon N1 1AA\n+44 20 7946 0958',
    ['name: John Example', 'address: 12 Example Street, London N1 1AA', 'phone: +44 20 7946 0958'],
  ],
  [
    'a German street',
    { language: 'en', region: 'DE' },
    'Anna Schmidt | Musterstraße 12, 10115 Berlin | Tel. 030 901820',
    ['name: Anna Schmidt', 'address: Musterstraße 12, 10115 Berlin', 'phone: +49 30 901820'],
  ],
  [
    'invoice numbers and dates are no phones',
    { language: 'en', region: 'US' },
    'Invoice No. 2025550123, order #2025550124, due 2026-11-21, 21.11.2026\nPhone 202-555-0125',
    ['phone: +1 202 555 0125'],
  ],
  [
    'a number that is a line of its own, of whatever country',
    { language: 'zh-Hant' },
    '王小明\nxiaoming@example.tw\n0912-345-678',
    ['name: 王小明', 'email: xiaoming@example.tw', 'phone: 0912-345-678'],
  ],
  [
    'figures on a line of their own that nobody dials',
    { language: 'zh-Hant' },
    '王小明\n0012345678\n12345678\n01.02.2026\n訂單 0912345678\n0912345678 已出貨',
    ['name: 王小明'],
  ],
  [
    'two numbers under one label',
    EN,
    'Tel: +49 30 901820 / +49 30 901822\nFax: +49 30 901823 / +49 30 901824',
    ['phone: +49 30 901820', 'phone: +49 30 901822'],
  ],
  [
    'a chat export',
    EN,
    '[21.11.26, 10:23:11] Anna Schmidt: my number is +49 151 23456789\n[21.11.26, 10:24:00] Bob Chen: mine is +44 20 7946 0958',
    ['name: Anna Schmidt', 'phone: +49 1512 3456789'],
  ],
  [
    'an introduction',
    EN,
    "Hello, I'm Anna Schmidt from Acme Tools. You can reach me at +49 30 901820.",
    ['name: Anna Schmidt', 'company: Acme Tools', 'phone: +49 30 901820'],
  ],
  [
    'a German signature with its legal lines',
    EN,
    'Freundliche Grüße\n\nThomas Müller\nLeiter Einkauf\n\nBeispiel Maschinenbau GmbH & Co. KG\nIndustriestr. 5 · 70565 Stuttgart\nTel. +49 711 123456-78\nFax +49 711 123456-79\nt.mueller@beispiel.example\n\nGeschäftsführer: Max Muster\nHRB 123456\nUSt-IdNr.: DE123456789',
    [
      'name: Thomas Müller',
      'title: Leiter Einkauf',
      'company: Beispiel Maschinenbau GmbH & Co. KG',
      'address: Industriestr. 5 · 70565 Stuttgart',
      'phone: +49 711 12345678',
      'email: t.mueller@beispiel.example',
    ],
  ],
  [
    'a title that begins like a name, a company in two scripts',
    { language: 'zh-Hans' },
    '张伟\n高级销售经理\n深圳市示范电子有限公司\nShenzhen Shifan Electronics Co., Ltd.\nT：0755-8655 0100\nE：zhangwei@shifan.example',
    [
      'name: 张伟',
      'title: 高级销售经理',
      'company: 深圳市示范电子有限公司',
      'phone: 0755-8655 0100',
      'email: zhangwei@shifan.example',
    ],
  ],
  [
    'the same person read in English',
    EN,
    'Wei Zhang 张伟\nDirector of Operations\n示范电子有限公司\nShifan Electronics Co., Ltd.\nM +86 139 1234 0000 (WeChat same)',
    [
      'name: Wei Zhang',
      'title: Director of Operations',
      'company: Shifan Electronics Co., Ltd.',
      'phone: +86 139 1234 0000',
      'wechat: 13912340000',
    ],
  ],
  [
    'an order in the letter',
    { language: 'en', region: 'IN' },
    'Hi,\nPlease find attached the PO 4500012345 dated 12/11/2026, amount USD 12,500.00.\nThanks & regards\nRajesh Kumar\nExample Industries Pvt Ltd\nMob: 098200 12345',
    ['name: Rajesh Kumar', 'company: Example Industries Pvt Ltd', 'phone: +91 98200 12345'],
  ],
  [
    'a French address',
    EN,
    "Jean-Pierre Dubois\nSociété Exemple S.A.\n12 rue de l'Exemple, 75001 Paris\n+33 1 23 45 67 89",
    [
      'name: Jean-Pierre Dubois',
      'company: Société Exemple S.A.',
      "address: 12 rue de l'Exemple, 75001 Paris",
      'phone: +33 1 23 45 67 89',
    ],
  ],
  [
    'a delivery address',
    ZH,
    '收货人: 赵敏, 手机号码: 13512340000, 详细地址: 示范街道1号楼2单元301室',
    ['name: 赵敏', 'phone: +86 135 1234 0000', 'address: 示范街道1号楼2单元301室'],
  ],
  [
    'a form of address',
    { language: 'zh-Hans' },
    '王总 138 0000 1111 做建材的',
    ['name: 王总', 'phone: 138 0000 1111'],
  ],
  ['an identity number', ZH, '身份证310101199009270000 抖音号:1234567890', []],
  ['a birthday', EN, 'Anna Schmidt\nBirthday: 27 Sep 1990', ['name: Anna Schmidt', 'birthday: 27 Sep 1990']],
  ['prose about WeChat', EN, 'please follow our WeChat account manager', []],
  ['prose', EN, 'Thank you for the offer. We will come back to you next week.', []],
  ['Chinese prose', ZH, '谢谢您的报价，我们下周回复。方便的时候请安排发货。', []],
  ['nothing', EN, ' \n ', []],
];

describe('proposeFromText', () => {
  it.each(CASES)('%s', (_what, options, text, expected) => {
    expect([...read(text, options)].sort()).toEqual([...expected].sort());
  });

  it('names the place of each value, and the surest first of its kind', () => {
    for (const [, options, text] of CASES) {
      for (const { field, evidence, confidence } of proposeFromText(text, options)) {
        expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
        expect(evidence.text.trim(), field).not.toBe('');
        expect(confidence).toBeGreaterThan(0.4);
        expect(confidence).toBeLessThan(1);
      }
    }
  });

  it.each([
    ['生日是农历八月初九', ZH, '农历八月初九'],
    ['我生日记得是农历八月初九哈哈', ZH, '农历八月初九'],
    ['他的生日在5月4日，别忘了', ZH, '5月4日'],
    ['我的生日就是1990年5月4日晚上', ZH, '1990年5月4日'],
    ['her birthday is 27 September, of course', EN, '27 September'],
    ['他的生日在上海过', ZH, undefined],
    ['生日快乐', ZH, undefined],
  ] as const)('reads the birthday that a talk tells: %s', (text, options, value) => {
    expect(proposeFromText(text, options).find(({ field }) => field === 'birthday')?.value).toBe(value);
  });

  it('gives a birthday that can be read', () => {
    const [birthday] = proposeFromText('生日：农历1990年八月初九 手机 13800000000', ZH).filter(
      (one) => one.field === 'birthday',
    );
    expect(parseDateText(birthday!.value, 'zh-Hans')?.date).toEqual({
      calendar: 'lunar',
      year: 1990,
      month: 8,
      day: 9,
    });
  });

  it('leaves an unknown national number as it is written', () => {
    expect(read('Tel: (021) 5555 0100', EN)).toEqual(['phone: (021) 5555 0100']);
    expect(read('see 5555 0100', EN)).toEqual([]);
  });

  const parts = fc.constantFrom(
    ...[
      '王小明',
      '李娜',
      'Anna Schmidt',
      '采购经理',
      'Sales Manager',
      '华信贸易有限公司',
      'Acme GmbH',
      ' ',
      '\n',
      '\n\n',
    ],
    ...[
      '手机：',
      '微信号 ',
      'wxm_88',
      '13800000000',
      '+49 30 901820',
      'anna@acme.example',
      'www.acme.example',
      '，',
      '|',
    ],
    ...[
      '地址：',
      '上海市示范路88号',
      '12 Example Street',
      '生日：',
      '八月初九',
      '> ',
      '-- \n',
      '发件人：',
      '😀',
      '\u202e',
      '（',
      '）',
    ],
  );
  it('has true evidence for any mixture', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 25 }), fc.constantFrom(ZH, TW, EN), (some, options) => {
        const text = some.join('');
        for (const { evidence, value } of proposeFromText(text, options)) {
          expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
          expect(evidence.end).toBeGreaterThan(evidence.start);
          expect(value).not.toBe('');
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('answers in bounded time to a megabyte of anything', () => {
    const units = [
      'a',
      '1',
      ' ',
      '王',
      '市',
      '路1号',
      'a.',
      'a@',
      '@a.',
      '-',
      '.',
      '(',
      '1 ',
      '+1',
      '\n',
      '>\n',
      'A ',
      'Aa ',
    ];
    units.push(
      '手机',
      'QQ',
      '微信',
      'www.',
      'http://',
      'a-',
      '-- \n',
      'On ',
      '在',
      '发件人:',
      '生日',
      'Address: ',
      '公司',
      '1-1/',
    );
    units.push(
      '一 ',
      '王小明 13800000000\n',
      'Anna Schmidt <a@b.example>; ',
      '13800000000 ',
      '[',
      '我是',
      'I am A',
    );
    for (const unit of units) {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      expect(
        workOf(() => proposeFromText(text, ZH)),
        JSON.stringify(unit),
      ).toBeLessThan(1000);
    }
  }, 60_000);

  it('takes time in proportion to the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: parts, minLength: 1, maxLength: 6 }), (unit) => {
        const text = unit.repeat(Math.ceil(20_000 / unit.length));
        expect(workOf(() => proposeFromText(text, ZH))).toBeLessThan(1000);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('a company is known by its legal form', () => {
  it.each([
    ...['AS', 'ASA', 'AB', 'Oy', 'Oyj', 'ApS', 'A/S', 'BV', 'B.V.', 'NV', 'GmbH', 'AG', 'KG', 'SE', 'SARL'],
    ...['SAS', 'S.A.S.', 'SA', 'S.A.', 'SpA', 'S.p.A.', 'Srl', 'S.r.l.', 'Sp. z o.o.', 'Ltd', 'Ltd.', 'LLC'],
    ...['Inc', 'Inc.', 'PLC', 'plc', 'Pty', 'Pty Ltd', 'Co.', 'Co., Ltd.', 'KK', 'K.K.', 'd.o.o.'],
  ])('%s', (form) => {
    const text = `Ingrid Solheim\nHead of Purchasing\nFjordlab ${form}\nT +47 22 12 34 56`;
    expect(read(text, EN)).toEqual([
      'name: Ingrid Solheim',
      'title: Head of Purchasing',
      `company: Fjordlab ${form}`,
      'phone: +47 22 12 34 56',
    ]);
  });

  it.each([
    '華信股份有限公司',
    '华信贸易有限公司',
    '华信科技股份',
    '株式会社さくら',
    '株式会社桜商事',
    'さくら商事株式会社',
    '(株)桜商事',
  ])('%s', (company) => {
    expect(read(`王小明\n采购经理\n${company}\n13800000000`, ZH)).toEqual([
      'name: 王小明',
      'title: 采购经理',
      `company: ${company}`,
      'phone: +86 138 0000 0000',
    ]);
  });

  it.each(['It is the same as', 'Inc', 'AS', 'Se', 'Anna Kk'])('and by capitals: %s is none', (text) => {
    expect(read(`Ingrid Solheim\n${text}`, EN).filter((one) => one.startsWith('company'))).toEqual([]);
  });
});
