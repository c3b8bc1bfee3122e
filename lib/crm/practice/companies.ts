import type { PracticeCompany, PracticeLanguage } from './shape';

const rows = (language: PracticeLanguage, text: string): PracticeCompany[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', domain = '', city = '', region = '', currency = ''] = line
        .split('|')
        .map((cell) => cell.trim());
      return { name, domain: `${domain}.example`, city, region, currency, language };
    });

/** Invented companies: name, domain, city, region, currency. */
export const COMPANIES: readonly PracticeCompany[] = [
  ...rows(
    'en',
    `
    Fjordlab AS          | fjordlab      | Bergen     | Norway   | NOK
    Prisma Messtechnik   | prisma-mess   | Jena       | Germany  | EUR
    Lagoon Institute     | lagoon        | Lagos      | Nigeria  | EUR
    Acme Optics          | acme-optics   | Rochester  | USA      | USD
    Casa Prata           | casaprata     | Porto      | Portugal | EUR
    Kuzey Lab            | kuzeylab      | Izmir      | Türkiye  | EUR
    Havn                 | havn          | Aarhus     | Denmark  | EUR
    Optyka Północ        | optyka-polnoc | Gdańsk     | Poland   | EUR
    Saltmarsh Survey     | saltmarsh     | Norwich    | Britain  | GBP
    Tern and Daughters   | tern          | Aberdeen   | Britain  | GBP
    Brenta Strumenti     | brenta        | Padova     | Italy    | EUR
    Lumière du Nord      | lumiere-nord  | Lille      | France   | EUR
    Kestrel Hydrology    | kestrel       | Leeds      | Britain  | GBP
    Mareograph           | mareograph    | Brest      | France   | EUR
    Sild Instruments     | sild          | Tallinn    | Estonia  | EUR
    Vantaa Photonics     | vantaa-ph     | Vantaa     | Finland  | EUR
    Quillwater           | quillwater    | Galway     | Ireland  | EUR
    Aspen Core           | aspencore     | Boulder    | USA      | USD
    Bluff Harbor Labs    | bluffharbor   | Portland   | USA      | USD
    Delta Isotope        | delta-isotope | Leiden     | Holland  | EUR
    Ostsee Boot          | ostseeboot    | Rostock    | Germany  | EUR
    Granada Cristal      | grancristal   | Granada    | Spain    | EUR
    Tide and Timber      | tidetimber    | Halifax    | Canada   | USD
    Nordvik Maritim      | nordvik       | Ålesund    | Norway   | NOK
    Svalen Arkitektur    | svalen        | Malmö      | Sweden   | EUR
    Red Kite Field Gear  | redkite       | Cardiff    | Britain  | GBP
    Moraine Mapping      | moraine       | Innsbruck  | Austria  | EUR
    Pelican Water Board  | pelicanwater  | Mombasa    | Kenya    | USD
    Akagi Seimitsu       | akagi         | Maebashi   | Japan    | USD
    Ferrum and Oak       | ferrumoak     | Sheffield  | Britain  | GBP
  `,
  ),
  ...rows(
    'zh-Hans',
    `
    苏州恒测仪器有限公司 | hengce     | 苏州 | 苏州 | CNY
    普瑞光学             | purui      | 武汉 | 武汉 | CNY
    云帆物流             | yunfan     | 宁波 | 宁波 | CNY
    澜合科技             | lanhe      | 杭州 | 杭州 | CNY
    远山设计             | yuanshan   | 成都 | 成都 | CNY
    北窗实验室           | beichuang  | 北京 | 北京 | CNY
    青禾检测             | qinghe     | 合肥 | 合肥 | CNY
    海岬测绘             | haijia     | 青岛 | 青岛 | CNY
    松间精密             | songjian   | 无锡 | 无锡 | CNY
    明渠水务             | mingqu     | 南京 | 南京 | CNY
    岭南光电             | lingnan-gd | 广州 | 广州 | CNY
    知行培训             | zhixing-px | 上海 | 上海 | CNY
    长滩贸易             | changtan   | 厦门 | 厦门 | CNY
    星野材料             | xingye-cl  | 西安 | 西安 | CNY
    小满食品             | xiaoman    | 长沙 | 长沙 | CNY
    鹿鸣文化             | luming     | 北京 | 北京 | CNY
    东堤造船             | dongdi     | 大连 | 大连 | CNY
    雨巷书店             | yuxiang    | 苏州 | 苏州 | CNY
  `,
  ),
  ...rows(
    'zh-Hant',
    `
    晨星儀器股份有限公司 | chenxing  | 新竹 | 新竹 | TWD
    海風設計             | haifeng   | 台北 | 台北 | TWD
    玉山精密             | yushan-jm | 台中 | 台中 | TWD
    綠島水產             | ludao     | 高雄 | 高雄 | TWD
    木棉花出版           | mumian    | 台北 | 台北 | TWD
    南灣旅行             | nanwan    | 屏東 | 屏東 | TWD
    雲端茶行             | yunduan   | 嘉義 | 嘉義 | TWD
    白鷺檢測             | bailu     | 台南 | 台南 | TWD
    港灣物流             | gangwan   | 香港 | 香港 | HKD
    維港光學             | weigang   | 香港 | 香港 | HKD
    青田建築             | qingtian  | 台北 | 台北 | TWD
    半島測量             | bandao    | 香港 | 香港 | HKD
  `,
  ),
];
