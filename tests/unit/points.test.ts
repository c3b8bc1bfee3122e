import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PointKind } from '@/lib/crm/contacts';
import { normalizePoint } from '@/lib/exchange/points';
import { canonicalEmail } from '@/lib/sites/addresses';

const key = (kind: PointKind, value: string, region?: string) => {
  const point = normalizePoint(kind, value, { region });
  return 'error' in point ? point.error : point.key;
};

const SAME: [PointKind, string | undefined, string, string[]][] = [
  [
    'email',
    undefined,
    'li.wei@acme.example',
    [
      'Li.Wei@Acme.example',
      ' <li.wei@acme.example> ',
      'mailto:li.wei@acme.example',
      'ｌi.wei＠acme.example',
      '\u202eli.wei@acme.example\u202c',
      'li.wei@acme.example.',
    ],
  ],
  ['email', undefined, 'li+shop@acme.example', ['li+shop@ACME.EXAMPLE']],
  [
    'email',
    undefined,
    'info@xn--bcher-kva.example',
    ['info@bücher.example', 'INFO@BÜCHER.example', 'info@bu\u0308cher.example'],
  ],
  ['email', undefined, '王伟@xn--fsqu00a.xn--0zwm56d', ['王伟@例子.测试']],
  [
    'phone',
    'CN',
    '+8613800000000',
    [
      '138 0000 0000',
      '138-0000-0000',
      '+86 138 0000 0000',
      '0086 13800000000',
      '（+86）138 0000 0000',
      '１３８００００００００',
      'tel:+8613800000000',
      '\u200e138\u00a00000\u00a00000',
    ],
  ],
  [
    'phone',
    'CN',
    '+862155550100',
    ['021-5555 0100', '(021)55550100', '+86 21 5555 0100', '+86 (0)21 5555 0100'],
  ],
  [
    'phone',
    'CN',
    '+862155550100;ext=801',
    [
      '021-55550100 转 801',
      '021-55550100转801',
      '+86 21 5555 0100 ext. 801',
      '021-55550100 分机：801',
      '021-5555-0100 x801',
    ],
  ],
  ['phone', 'TW', '+886223456789', ['(02) 2345-6789', '02-23456789', '+886 2 2345 6789']],
  ['phone', 'TW', '+886223456789;ext=12', ['(02)2345-6789 分機 12', '02-2345-6789#12']],
  ['phone', undefined, '+442079460958', ['+44 20 7946 0958', '+44 (0)20 7946 0958', '+44.20.7946.0958']],
  ['phone', undefined, 'tel-local:13800000000', ['138 0000 0000', '138-0000-0000']],
  ['phone', 'CN', 'tel-local:10086', ['10086', '100 86']],
  ['phone', 'nowhere', 'tel-local:5550100', ['555-0100']],
  [
    'whatsapp',
    undefined,
    '+4915100000000',
    [
      '+49 151 0000 0000',
      'https://wa.me/4915100000000',
      'https://api.whatsapp.com/send?phone=4915100000000',
      'WhatsApp: +49 151 00000000',
    ],
  ],
  [
    'handle',
    undefined,
    'linkedin:li-wei',
    [
      'linkedin:Li-Wei',
      'https://www.linkedin.com/in/li-wei/?trk=x',
      'https://cn.linkedin.com/in/Li-Wei',
      'linkedin.com/in/li-wei',
    ],
  ],
  [
    'handle',
    undefined,
    'linkedin:王伟-12',
    ['https://www.linkedin.com/in/%E7%8E%8B%E4%BC%9F-12/', 'linkedin:%E7%8E%8B%E4%BC%9F-12'],
  ],
  ['handle', undefined, 'x:li_wei', ['https://twitter.com/Li_Wei', 'https://x.com/li_wei/', 'x:@li_wei']],
  [
    'handle',
    undefined,
    'facebook:100004711',
    [
      'https://www.facebook.com/profile.php?id=100004711',
      'https://m.facebook.com/profile.php?sk=about&id=100004711',
      'https://www.facebook.com/people/Li-Wei/100004711/',
      'facebook:100004711',
    ],
  ],
  [
    'handle',
    undefined,
    'facebook:li.wei',
    ['https://www.facebook.com/li.wei', 'https://facebook.com/Li.Wei/?locale=zh'],
  ],
  [
    'handle',
    undefined,
    'weibo:4711471147',
    ['https://m.weibo.cn/profile/4711471147', 'https://weibo.com/u/4711471147'],
  ],
  [
    'handle',
    undefined,
    'zhihu:li-wei',
    ['https://www.zhihu.com/people/li-wei/answers', 'https://www.zhihu.com/org/li-wei'],
  ],
  ['handle', undefined, 'mastodon:li@host.example', ['mastodon:@li@host.example']],
  [
    'url',
    undefined,
    'https://acme.example',
    [
      'acme.example',
      'http://www.ACME.example/',
      'https://acme.example/?utm_source=mail&utm_medium=x',
      '//acme.example',
      'https://acme.example/#top',
    ],
  ],
  [
    'url',
    undefined,
    'https://acme.example/a?id=3',
    ['https://acme.example/a/?id=3&fbclid=z', 'http://acme.example/a?gclid=1&id=3'],
  ],
  ['url', undefined, 'https://acme.example:8080/x', ['acme.example:8080/x', 'http://acme.example:8080/x/']],
  ['url', undefined, 'https://xn--bcher-kva.example', ['https://bücher.example/']],
  ['url', undefined, 'https://acme.example#/people/3', ['https://acme.example/#/people/3']],
  [
    'wechat',
    undefined,
    'wechat:wxm_88',
    ['wxm_88', 'WXM_88', '微信号：wxm_88', 'WeChat ID: wxm_88', '微信:wxm_88'],
  ],
  ['line', undefined, 'line:liwei.tw', ['liwei.tw', 'LINE ID: LiWei.tw', 'https://line.me/ti/p/~liwei.tw']],
  ['line', undefined, 'line:@acme', ['@acme', 'https://line.me/R/ti/p/%40acme']],
  ['qq', undefined, 'qq:10001234', ['10001234', 'QQ：10001234', '10001234@qq.com']],
  ['postal', undefined, 'postal:上海市示范路88号3楼', ['上海市 示范路88号 3楼', '上海市，示范路８８号，3楼']],
  [
    'postal',
    undefined,
    'postal:12 example street london n1 1aa',
    ['12 Example Street, London N1 1AA', '12 Example Street\nLondon, N1 1AA'],
  ],
];

describe('normalizePoint', () => {
  const rows = SAME.flatMap(([kind, region, expected, values]) =>
    values.map((value) => ({ kind, region, expected, value })),
  );
  it.each(rows)('$kind $value ($region) is $expected', ({ kind, region, expected, value }) => {
    expect(key(kind, value, region)).toBe(expected);
  });

  it.each<[PointKind, string]>([
    ['email', 'li.wei'],
    ['email', '@acme.example'],
    ['email', 'li wei@acme.example'],
    ['email', 'li..wei@acme.example'],
    ['email', 'li@localhost'],
    ['email', 'li@1.2.3.4'],
    ['email', 'li@acme.example/x'],
    ['email', 'li@acme.example:80'],
    ['email', `${'a'.repeat(250)}@acme.example`],
    ['phone', '12'],
    ['phone', 'call me'],
    ['phone', '1-800-FLOWERS'],
    ['phone', '123456789012345678901'],
    ['url', 'javascript:alert(1)'],
    ['url', 'https://user:secret@acme.example'],
    ['url', 'ftp://acme.example'],
    ['url', 'acme'],
    ['url', 'http://[::1]/'],
    ['handle', 'li-wei'],
    ['handle', 'https://acme.example/li'],
    ['handle', 'https://www.linkedin.com/company/acme'],
    ['handle', 'https://www.facebook.com/profile.php'],
    ['wechat', '小明'],
    ['wechat', 'ab'],
    ['line', '不用 LINE'],
    ['qq', '123'],
    ['qq', '0123456'],
    ['qq', 'abc@qq.com'],
    ['postal', '--'],
    ['postal', 'x'.repeat(501)],
  ])('%s refuses %s', (kind, value) => {
    expect(normalizePoint(kind, value)).toEqual({ error: 'invalid' });
  });

  it('tells an empty value from a wrong one', () => {
    expect(normalizePoint('email', ' \u200b\u202e ')).toEqual({ error: 'empty' });
  });

  it('shows what was typed, or the readable form', () => {
    expect(normalizePoint('email', 'Li.Wei@bücher.example')).toMatchObject({
      display: 'Li.Wei@bücher.example',
    });
    expect(normalizePoint('phone', '13800000000', { region: 'CN' })).toMatchObject({
      display: '+86 138 0000 0000',
    });
    expect(normalizePoint('postal', '上海市 示范路88号')).toMatchObject({ display: '上海市 示范路88号' });
  });

  it('gives the e-mail key that a page gives', () => {
    for (const address of ['Li.Wei@Acme.example', 'info@bücher.example', 'a+b@acme.example']) {
      expect(key('email', address)).toBe(canonicalEmail(address));
    }
  });

  const kinds: PointKind[] = [
    'email',
    'phone',
    'handle',
    'url',
    'wechat',
    'whatsapp',
    'line',
    'qq',
    'postal',
  ];
  it('answers to any text within the limits, and its display has the same key', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.emailAddress(),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.stringMatching(/^[+(]?[0-9 ()-]{3,18}$/),
      fc.stringMatching(/^[a-z]{1,8}:[\w-]{1,12}$/),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        text,
        fc.constantFrom(undefined, 'CN', 'US', 'TW'),
        (kind, value, region) => {
          const point = normalizePoint(kind, value, { region });
          if ('error' in point) return;
          expect(point.key.length).toBeLessThanOrEqual(600);
          expect(point.display.length).toBeLessThanOrEqual(500);
          expect(key(kind, point.display, region)).toBe(point.key);
        },
      ),
      { numRuns: 3000 },
    );
  }, 60_000);

  it('is quick with very long values', () => {
    const before = process.cpuUsage();
    for (const kind of kinds) {
      for (const unit of ['a', '1', '.', 'a.', ' ', '转', '@', '%'])
        normalizePoint(kind, unit.repeat(1_000_000));
      for (const unit of ['a', '1', '.', 'a.', '转', '@', '%'])
        normalizePoint(kind, unit.repeat(500 / unit.length));
    }
    // Processor time, in microseconds: the clock would count what other programs do meanwhile.
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  }, 60_000);
});
