import { describe, expect, test } from 'vitest';
import { greetedIn, isGreeted } from '@/lib/advice/compose/greeting';

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
    ['', null],
  ])('%s', (line, name) => {
    expect(greetedIn(line)?.name ?? null).toBe(name);
  });

  test('says whether it is by family name', () => {
    expect(greetedIn('王女士：')).toEqual({ name: '王', isFamily: true });
    expect(greetedIn('李伟你好')).toEqual({ name: '李伟', isFamily: false });
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
    ['静你好', '李伟', false],
    ['Hi Berg,', 'Berg, Anna', true],
    ['Hi Steffi,', 'Stefanie Roth', true],
    ['Hi Katy,', 'Katie Lund', true],
    ['Hi Mark,', 'Maria Roth', false],
    ['Hi Dan,', 'Dana Hill', false],
    ['Hi Jan,', 'Janet Hill', false],
  ])('%s to %s', (line, name, is) => {
    const greeted = greetedIn(line);
    expect(greeted && isGreeted(greeted, name)).toBe(is);
  });
});
