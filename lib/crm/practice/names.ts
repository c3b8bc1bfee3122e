import type { Chance } from './random';
import type { PracticeLanguage } from './shape';

const words = (text: string) => text.trim().split(/\s+/);

/** First and last names of many countries, put together by chance: no living person is meant. */
const FIRST = words(`
  Ailsa Arvid Benedetta Bram Callum Carys Dagny Dario Eira Emeka Fenna Florin Gudrun Hamish Idris Ilse Jorun Kaisa
  Katya Lázaro Leocadia Lubna Maëlle Magnus Mirela Nadir Niamh Oriol Ottoline Pavel Petronella Quentin Radka Rasheed
  Renske Rosalba Saoirse Sigrun Soraya Tadeusz Tamsin Thandiwe Tiago Ulrike Vasco Vilde Wendeline Xiomara Yaara Zoltan`);
const LAST = words(`
  Abernathy Adeyemi Almqvist Bakkerud Barrowclough Bjarnason Calderwood Castellani Dalgaard Delacroix Demirtaş Eikeland
  Fairweather Ferreirinha Gallowglass Grünwald Halloran Hjelmeland Ibarrola Jurczak Kaltenbach Karvonen Kowalewicz
  Lindgaard Lovelock Marchetti Mbatha Mikkelborg Nyström Okonjo Oxenholm Pellegrin Penhaligon Quintanilha Rautio
  Rosenlund Sandvaer Silvestrin Skarsholm Tamblyn Thistlewood Ueland Vanderlinde Vestergren Wetherby Winterbourne
  Yıldıran Zawadzki Zetterholm Østensen`);

/** Surname in simplified and traditional characters, and how it is spelt in an address. */
const SURNAMES = words(
  '沈沈shen 陆陸lu 顾顧gu 蒋蔣jiang 谢謝xie 邹鄒zou 韩韓han 冯馮feng 许許xu 邓鄧deng 曹曹cao 彭彭peng 曾曾zeng 萧蕭xiao ' +
    '田田tian 董董dong 袁袁yuan 潘潘pan 于于yu 余余yu 叶葉ye 程程cheng 苏蘇su 魏魏wei 吕呂lv 丁丁ding 任任ren 姚姚yao 卢盧lu 钟鍾zhong',
).map(chinese);
const GIVEN = words(
  '书涵書涵shuhan 子墨子墨zimo 若溪若溪ruoxi 清扬清揚qingyang 知远知遠zhiyuan 雨桐雨桐yutong 嘉禾嘉禾jiahe 思齐思齊siqi ' +
    '明澈明澈mingche 婉清婉清wanqing 望舒望舒wangshu 怀瑾懷瑾huaijin 一鸣一鳴yiming 云舒雲舒yunshu 静姝靜姝jingshu ' +
    '承泽承澤chengze 晓棠曉棠xiaotang 牧之牧之muzhi 朗月朗月langyue 青岚青嵐qinglan 予安予安yuan 景行景行jingxing ' +
    '映雪映雪yingxue 允中允中yunzhong 佩蓉佩蓉peirong 正则正則zhengze 幼薇幼薇youwei 乐山樂山leshan 芷若芷若zhiruo 修远修遠xiuyuan',
).map(chinese);

function chinese(text: string) {
  const signs = text.replace(/[a-z]+$/, '');
  const half = signs.length / 2;
  return { hans: signs.slice(0, half), hant: signs.slice(half), latin: text.slice(signs.length) };
}

export interface PracticeName {
  name: string;
  /** As the local part of an address. */
  latin: string;
}

/** An invented name. */
export function inventName(language: PracticeLanguage, by: Chance): PracticeName {
  if (language === 'en') {
    const name = `${by.pick(FIRST)} ${by.pick(LAST)}`;
    const [first = '', last = ''] = name.split(' ').map(plain);
    return { name, latin: `${first}.${last}` };
  }
  const [surname, given] = [by.pick(SURNAMES), by.pick(GIVEN)];
  const script = language === 'zh-Hans' ? 'hans' : 'hant';
  return { name: surname[script] + given[script], latin: `${given.latin}.${surname.latin}` };
}

function plain(text: string): string {
  const bare = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return bare
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss');
}
