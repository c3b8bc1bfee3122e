/** Small checks for foreign JSON, in place of a schema library: each adds one sentence per fault. */
export type Check = (value: unknown, path: string, faults: string[]) => void;

export function text(max: number, allowed?: (value: string) => string | null): Check {
  return (value, path, faults) => {
    if (typeof value !== 'string' || value === '') faults.push(`${path} must be a text.`);
    else if (value.length > max) faults.push(`${path} is longer than ${max} characters.`);
    else {
      const fault = allowed?.(value);
      if (fault) faults.push(`${path} ${fault}`);
    }
  };
}

export function oneOf(...values: unknown[]): Check {
  return (value, path, faults) => {
    if (!values.includes(value)) faults.push(`${path} must be one of: ${values.join(', ')}.`);
  };
}

export function list(of: Check, max = 50, min = 0): Check {
  return (value, path, faults) => {
    if (!Array.isArray(value)) faults.push(`${path} must be a list.`);
    else if (value.length > max) faults.push(`${path} has more than ${max} entries.`);
    else if (value.length < min) faults.push(`${path} is empty.`);
    else {
      for (const [at, entry] of value.entries()) of(entry, `${path}[${at}]`, faults);
    }
  };
}

/** An object with these keys and no others; a key that ends in `?` may be missing. */
export function object(keys: Record<string, Check>): Check {
  return (value, path, faults) => {
    if (!isObject(value)) {
      faults.push(`${path} must be an object.`);
      return;
    }
    for (const [name, check] of Object.entries(keys)) {
      const key = name.replace('?', '');
      if (value[key] !== undefined) check(value[key], `${path}.${key}`, faults);
      else if (key === name) faults.push(`${path}.${key} is missing.`);
    }
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(keys, key) && !Object.hasOwn(keys, `${key}?`))
        faults.push(`${path}.${key} is not known.`);
    }
  };
}

/** An object with any keys of this form. */
export function record(key: RegExp, of: Check): Check {
  return (value, path, faults) => {
    if (!isObject(value)) faults.push(`${path} must be an object.`);
    else {
      for (const [name, entry] of Object.entries(value)) {
        if (key.test(name)) of(entry, `${path}.${name}`, faults);
        else faults.push(`${path}.${name} is not known.`);
      }
    }
  };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
