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
    expect(greetedIn(line)?.name ?? null).toBe(name);
  });

  test('says whether it is by family name', () => {
    expect(greetedIn('李伟先生：')).toEqual({ name: '李伟', isFamily: false });
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
    const greeted = greetedIn(line);
    expect(greeted && isGreeted(greeted, name)).toBe(is);
  });
});
