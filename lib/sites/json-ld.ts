/** A person as structured data tells it (schema.org, https://schema.org/Person). */
export interface LinkedPerson {
  name?: string;
  email?: string;
  phone?: string;
  url?: string;
  title?: string;
  company?: string;
  place?: string;
}

/** People of a JSON-LD block: the block itself, its @graph, its main entity. Others that it mentions are left out. */
export function linkedPeople(json: string): LinkedPerson[] {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return [];
  }
  const roots = [data]
    .flat()
    .flatMap((root) => (isNode(root) ? [root, root['@graph'], root.mainEntity].flat() : []));
  return roots
    .filter(isNode)
    .filter((node) => [node['@type']].flat().includes('Person'))
    .map(person);
}

type Node = Record<string, unknown>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text, or the name of a node, or the first of a list of them. */
function text(value: unknown, ...keys: string[]): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string') return first;
  if (!isNode(first)) return undefined;
  for (const key of keys) {
    const found = text(first[key], ...keys);
    if (found) return found;
  }
  return undefined;
}

function person(node: Node): LinkedPerson {
  return {
    name: text(node.name),
    email: text(node.email),
    phone: text(node.telephone),
    url: text(node.url),
    title: text(node.jobTitle),
    company: text(node.worksFor, 'name'),
    place: text(node.address, 'addressLocality', 'addressRegion', 'addressCountry'),
  };
}
