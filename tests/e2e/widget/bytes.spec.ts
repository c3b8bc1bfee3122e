import { widgetSizes } from '../../bench/widget-sizes.ts';
import { expect, test } from '../../support/widget/world.ts';

test('the widget keeps within its bytes', () => {
  const judged = widgetSizes().filter(({ budget }) => budget !== undefined);
  expect(judged.length).toBeGreaterThan(3);
  for (const { name, value, budget } of judged) {
    expect([name, value > 0 && value <= budget! ? 'kept' : `${value} of ${budget}`]).toEqual([name, 'kept']);
  }
});
