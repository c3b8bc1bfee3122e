/**
 * A schema that is made when it is first asked for anything: there are hundreds, each of some ten parts, and a start of a page or
 * worker needs a few. What is asked later goes to the one that was made, without a detour.
 *
 * The build puts it around the schemas of all modules (`lazy-schemas.ts`); nobody need write it.
 */
export function lazily<S extends object>(make: () => S): S {
  const settle = (): S => {
    const made = make();
    Object.setPrototypeOf(schema, made);
    return made;
  };
  const before: ProxyHandler<object> = {
    get: (_, key, asked) => Reflect.get(settle(), key, asked),
    has: (_, key) => Reflect.has(settle(), key),
  };
  const schema: S = Object.create(new Proxy({}, before));
  return schema;
}
