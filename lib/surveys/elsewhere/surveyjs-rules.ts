import type { Operator, Rule } from '../form';

/** What a rule of the file names, told by who knows the form: the id here, and a value as it is answered here. */
export interface Names {
  id(name: string): string | null;
  value(name: string, value: string | number | boolean): string | number;
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  '=': 'is',
  '==': 'is',
  equal: 'is',
  '<>': 'isNot',
  '!=': 'isNot',
  notequal: 'isNot',
  '<': 'lt',
  less: 'lt',
  '<=': 'lte',
  lessorequal: 'lte',
  '>': 'gt',
  greater: 'gt',
  '>=': 'gte',
  greaterorequal: 'gte',
  contains: 'has',
  contain: 'has',
  '*=': 'has',
  notempty: 'answered',
  empty: 'skipped',
  anyof: 'anyOf',
  allof: 'hasAll',
};

const TOKEN =
  /\s*(\{[^{}]{1,100}\}|\[[^[\]]{0,2000}\]|'[^']{0,500}'|"[^"]{0,500}"|<=|>=|<>|!=|==|\*=|[=<>()]|[\w.-]{1,100})/y;
const DEEPEST = 4;

/**
 * A `visibleIf` of SurveyJS as a rule: comparisons of `{name}` with a value or a list, joined by `and` and `or`, in brackets.
 * @returns null where it says more than that: functions, arithmetic, comparisons of two questions
 */
export function ruleOf(expression: string, names: Names): Rule | null {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.trimEnd().length) {
    const found = TOKEN.exec(expression);
    if (!found || tokens.length > 400) return null;
    tokens.push(found[1]!);
  }
  const reading = new Reading(tokens, names);
  const rule = reading.any(0);
  return rule && reading.isDone ? rule : null;
}

class Reading {
  private at = 0;

  constructor(
    private readonly tokens: string[],
    private readonly names: Names,
  ) {}

  get isDone(): boolean {
    return this.at === this.tokens.length;
  }

  any(depth: number): Rule | null {
    return this.joined(
      'or',
      (deeper) => this.all(deeper),
      depth,
      (any) => ({ any }),
    );
  }

  private all(depth: number): Rule | null {
    return this.joined(
      'and',
      (deeper) => this.one(deeper),
      depth,
      (all) => ({ all }),
    );
  }

  private joined(
    word: string,
    next: (depth: number) => Rule | null,
    depth: number,
    join: (rules: Rule[]) => Rule,
  ): Rule | null {
    const rules: Rule[] = [];
    do {
      const rule = next(depth);
      if (!rule) return null;
      rules.push(rule);
    } while (this.takes(word));
    return rules.length === 1 ? rules[0]! : join(rules);
  }

  private one(depth: number): Rule | null {
    if (this.takes('(')) {
      const inner = depth < DEEPEST ? this.any(depth + 1) : null;
      return inner && this.takes(')') ? inner : null;
    }
    const name = this.tokens[this.at]?.match(/^\{(.+)\}$/)?.[1]?.trim();
    const q = name === undefined ? null : this.names.id(name);
    const is = OPERATORS[this.tokens[this.at + 1]?.toLowerCase() ?? ''];
    if (name === undefined || q === null || !is) return null;
    this.at += 2;
    if (is === 'answered' || is === 'skipped') return { q, is };
    const value = this.value();
    if (value === null) return null;
    if (Array.isArray(value)) {
      const own = value.map((one) => this.names.value(name, one));
      return { q, is: is === 'has' ? 'hasAll' : is, to: own };
    }
    return { q, is, to: this.names.value(name, value) };
  }

  private value(): string | number | boolean | (string | number)[] | null {
    const token = this.tokens[this.at];
    if (token === undefined || token.startsWith('{') || token === '(' || token === ')') return null;
    this.at += 1;
    if (token.startsWith('['))
      return [...token.matchAll(/'([^']*)'|"([^"]*)"|([\w.-]+)/g)].map(([, a, b, c]) => literal(a ?? b, c));
    if (/^['"]/.test(token)) return token.slice(1, -1);
    if (token === 'true' || token === 'false') return token === 'true';
    return literal(undefined, token);
  }

  private takes(word: string): boolean {
    const token = this.tokens[this.at]?.toLowerCase();
    const also = word === 'and' ? '&&' : word === 'or' ? '||' : word;
    if (token !== word && token !== also) return false;
    this.at += 1;
    return true;
  }
}

const literal = (quoted: string | undefined, bare: string | undefined): string | number => {
  if (quoted !== undefined) return quoted;
  const number = Number(bare);
  return bare !== undefined && bare !== '' && Number.isFinite(number) ? number : (bare ?? '');
};
