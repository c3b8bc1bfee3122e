import { describe, expect, test } from 'vitest';
import { FAMILIES } from '@/lib/advice/compose/chinese-words';
import { greetedIn, isGreeted } from '@/lib/advice/compose/greeting';
import { simple } from '@/lib/advice/compose/simplified';
import { SIMPLIFIED } from '@/lib/advice/compose/simplified-table';

/** What the check makes of a first line to somebody: false is a warning. */
const told = (line: string, name: string) => {
  const greeted = greetedIn(line);
  return greeted === null ? null : isGreeted(greeted, name);
};

describe('whom a line greets', () => {
  test.each<[string, string | null]>([
    ['Hi Anna,', 'Anna'],
    ['hello anna', 'anna'],
    ['Dear Dr. Berg,', 'Berg'],
    ['Dear Mr Ben Ito:', 'Ben Ito'],
    ['Good morning Zoë!', 'Zoë'],
    ['Hi Anna - thanks for your mail', 'Anna'],
    ["Hello O'Neill,", "O'Neill"],
    ['张总，您好', '张'],
    ['张总您好：', '张'],
    ['王女士：', '王'],
    ['尊敬的王女士，', '王'],
    ['您好，张总', '张'],
    ['Hi 李伟，', '李伟'],
    ['李伟你好！', '李伟'],
    ['親愛的陳小姐：', '陳'],
    ['Hi all,', null],
    ['Hi there,', null],
    ['Hello everyone,', null],
    ['Dear Sir or Madam,', null],
    ['您好，', null],
    ['各位好：', null],
    ['大家好，', null],
    ['Thanks for your mail', null],
    ['High prices, as ever', null],
    ['价格，见附件', null],
    ['Hi, Anna,', 'Anna'],
    ['王总，', '王'],
    ['Hi, thanks for your mail.', null],
    ['Hello, hope you are well.', null],
    ['Good morning, thank you!', null],
    ['Hey, just following up.', null],
    ['Hi, quick question:', null],
    ['Dear Hiring Manager,', null],
    ['您好，请查收。', null],
    ['你好，在吗', null],
    ['你好，打扰了。', null],
    ['汇总：', null],
    ['分工：', null],
    ['施工：', null],
    ['员工，', null],
    ['王经理：', '王'],
    ['王经理好', '王'],
    ['李总好！', '李'],
    ['李总：', '李'],
    ['早，李总', '李'],
    ['您好 张老师', '张'],
    ['您好王经理', '王'],
    ['張老師，您好', '張'],
    ['赵院长您好', '赵'],
    ['小王你好，', '王'],
    ['小红你好', '红'],
    ['你好李伟，', '李伟'],
    ['老师您好', null],
    ['领导您好', null],
    ['贵公司您好', null],
    ['你好呀，', null],
    ['您好请查收。', null],
    ['挺好，', null],
    ['早日康复！', null],
    ['客户们好，', null],
    ['', null],
  ])('%s', (line, name) => {
    expect(greetedIn(line)).toBe(name);
  });
});

describe('is it for somebody of this name', () => {
  test.each<[string, string, boolean | null]>([
    ['Hi Anna,', 'Anna Berg', true],
    ['Dear Ms Berg,', 'Anna Berg', true],
    ['Hi Anna,', 'Ben Ito', false],
    ['Hi Zoe,', 'Zoë Klein', true],
    ['Hi Bob,', 'Robert Miller', true],
    ['Hi Tom,', 'Thomas Lund', true],
    ['Hi Alex,', 'Alexandra Hill', true],
    ['Hi Anna,', '李伟', null],
    ['Hi Anna,', 'info@fjordlys.example', null],
    ['张总，您好', '张伟', true],
    ['张总，您好', '李伟', false],
    ['王女士：', 'Wang Fang', null],
    ['欧阳女士：', '欧阳静', true],
    ['李伟你好', '李伟', true],
    ['伟你好', '李伟', true],
    // One character that is no family name may be any word.
    ['静你好', '李伟', null],
    ['王经理：', '王芳', true],
    ['王经理：', '李伟', false],
    ['李总好', '王芳', false],
    ['您好 张老师', '张敏', true],
    ['您好 张老师', '王芳', false],
    ['陳小姐您好', '陈志强', true],
    ['陈经理：', '陳志強', true],
    ['李偉你好', '李伟', true],
    ['志强老师您好', '陈志强', true],
    ['李哥，', '李伟', true],
    ['欧阳总，您好', '欧阳静', true],
    ['小红你好', '李红', true],
    ['Hi Berg,', 'Berg, Anna', true],
    ['Hi Steffi,', 'Stefanie Roth', true],
    ['Hi Katy,', 'Katie Lund', true],
    ['Hi Mark,', 'Maria Roth', false],
    ['Hi Dan,', 'Dana Hill', false],
    ['Hi Jan,', 'Janet Hill', false],
  ])('%s to %s', (line, name, is) => {
    expect(told(line, name)).toBe(is);
  });
});

const HELLOS = ['%s您好，', '尊敬的%s：', '%s好！'] as const;
const greeting = (hello: string, who: string) => hello.replace('%s', who);

describe.each(HELLOS)('%s by family name and title', (hello) => {
  test.each(
    '师傅 同学 教练 学长 學姊 主席 老 警官 导 博 課長 协理 協理 副理 特助 执行长 執行長 部 处 局 院 代表 会计 會計師 醫師 建築師 大姐 阿姨 设计师 专员 副经理 副總經理 主编 编辑 记者 总 先生 副校长 主播'.split(
      ' ',
    ),
  )('%s', (title) => {
    for (const right of [
      '张伟',
      '張偉',
      '张志强',
      '张 伟',
      '伟 张',
      '小张',
      '张总',
      'Wei Zhang 张伟',
      '远帆公司 张伟',
    ])
      expect(told(greeting(hello, `张${title}`), right), right).not.toBe(false);
    for (const wrong of ['李强', '王小明', '欧阳静', '林總'])
      expect(told(greeting(hello, `张${title}`), wrong), wrong).toBe(false);
  });
});

describe('names in both scripts', () => {
  test.each(
    '李志剛李志刚 王文藝王文艺 林俊豐林俊丰 陳宇軒陈宇轩 黃子銳黄子锐 周家駿周家骏 吳無雙吴无双 張曉純张晓纯 劉鐵漢刘铁汉 趙玉書赵玉书 孫嘉樹孙嘉树 馬永發马永发 羅建鋼罗建钢 鄭聖開郑圣开 謝綺貝谢绮贝 韓詠財韩咏财 馮小滿冯小满 蕭嬋娟萧婵娟 鄧嫻婭邓娴娅 呂蘊瀟吕蕴潇 蘇灝濱苏灏滨 盧譽諾卢誉诺 蔣緯綱蒋纬纲 賈織雲贾织云 葉杜鵑叶杜鹃 閻鶴鳴阎鹤鸣 鍾驊騰钟骅腾 鐘馳遠钟驰远 譚鑒釗谭鉴钊 鄒鎮壽邹镇寿 陸堯實陆尧实 顧奮廈顾奋厦 龍憲應龙宪应 錢擇權钱择权 湯晉歡汤晋欢 喬淵湧乔渊涌 賀滄海贺沧海 賴燦爾赖灿尔 龔瓏瓏龚珑珑 龐畫碩庞画硕 蘭穩簡兰稳简 嚴紹緒严绍绪 溫絢莖温绚茎 魯賜躍鲁赐跃 齊農輯齐农辑 莊選銀庄选银 費錫鏡费锡镜 歐閣隨欧阁随 陽雋願阳隽愿 鮑飄驥鲍飘骥 單頌鍵单颂键 寧靜怡宁静怡 華氣沖华气冲 簡燁瑋简烨玮 藍彥恆蓝彦恒 駱慶榮骆庆荣 麥寶珍麦宝珍 鄺麗儀邝丽仪 連勝文连胜文 樓鳳翔楼凤翔 區偉業区伟业 閆國強闫国强 繆穎繆颖'
      .split(' ')
      .map((pair) => [pair.slice(0, pair.length / 2), pair.slice(pair.length / 2)] as const),
  )('%s and %s', (traditional, simplified) => {
    for (const hello of ['%s您好，', '您好%s，', '%s先生：']) {
      expect(told(greeting(hello, traditional), simplified)).toBe(true);
      expect(told(greeting(hello, simplified), traditional)).toBe(true);
      for (const name of [traditional, simplified]) expect(told(greeting(hello, name), '王小明')).toBe(false);
    }
  });

  test('a simplified form stays as it is', () => {
    for (const family of FAMILIES) expect(simple(family)).toBe(family);
    for (const [traditional = '', simplified = ''] of SIMPLIFIED.match(/../gu) ?? []) {
      expect(simple(traditional)).toBe(simplified);
      expect(simple(simplified)).toBe(simplified);
    }
  });
});

test.each(
  '肖 闫 閆 付 简 簡 卓 骆 駱 米 滕 褚 商 尚 麦 麥 岑 邝 鄺 佟 代 党 连 連 官 巫 楼 樓 尉 戚 屠 蒙 池 蓝 藍 古 缪 繆 区 區'.split(
    ' ',
  ),
)('the family name %s is seen before a title', (family) => {
  for (const line of [`${family}总，`, `${family}總：`, `${family}总好！`, `您好 ${family}伟，`]) {
    expect(told(line, '王小明'), line).toBe(false);
    expect(told(line, `${family}伟`), line).toBe(true);
  }
});

test.each(
  '尊敬的供应商： 尊敬的合作伙伴： 尊敬的贵宾： 亲爱的小伙伴： 亲爱的家人： 亲爱的顾客： 尊敬的旅客： 尊敬的商家： 尊敬的商户： 尊敬的住户： 尊敬的车主： 尊敬的申请人： 尊敬的评审： 尊敬的各位专家： 尊敬的高校老师： 尊敬的管理员： 尊敬的项目方： 师傅您好 美女你好 帅哥你好 团长你好 房东你好 物业您好 客服您好 小编你好 小哥你好 老总您好 副总您好 阿姨您好 大哥你好 班主任您好 招聘经理您好 产品经理您好 项目经理您好 区域总监您好 高级工程师： 尊敬的招聘经理： 您好#时间： 您好#单号： 您好李伟： 你好方便吗 你好包邮吗 古董： 代工， 查处： 安检， 高校： 车队您好 供應商您好 房東你好 靜你好'
    .split(' ')
    .map((line) => line.replace('#', ' ')),
)('%s is no warning', (line) => {
  for (const name of ['王小明', '李强', '張偉', '供应部']) expect(told(line, name), name).not.toBe(false);
});

test.each([
  // Titles that are not known, given names before a title, two people, and what a book may hold.
  ['张调度您好', '张伟'],
  ['张调度员您好', '张伟'],
  ['张调度员您好', '张志强'],
  ['张总李总好', '张伟'],
  ['张总李总好', '李强'],
  ['伟总，您好', '张伟'],
  ['强总您好', '李强'],
  ['小强你好', '李强'],
  ['文博您好', '张文博'],
  ['李博您好', '李博'],
  ['李建工您好', '李建工'],
  ['文文你好', '李文'],
  ['李强你好', '强 李'],
  ['陈经理您好', '志强 陈'],
  ['张伟您好', '张总'],
  ['张伟您好', '老张'],
  ['李总您好', '志强'],
  ['李总您好', '采购部'],
])('%s to %s is no warning', (line, name) => {
  expect(told(line, name)).not.toBe(false);
});
