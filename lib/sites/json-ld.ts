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

/**
 * People whom a JSON-LD block is about: the block itself or its main entity, and those of a graph only on a profile page,
 * because an article's graph holds its author.
 */
export function linkedPeople(json: string): LinkedPerson[] {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return [];
  }
  const roots = [data]
    .flat()
    .filter(isNode)
    .flatMap((root) => {
      const graph = [root['@graph']].flat().filter(isNode);
      return [root, ...(graph.some((node) => isA(node, 'ProfilePage')) ? graph : [])];
    });
  return roots
    .flatMap((node) => [node, node.mainEntity])
    .filter(isNode)
    .filter((node) => isA(node, 'Person'))
    .map(person);
}

const isA = (node: Node, type: string): boolean => [node['@type']].flat().includes(type);

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
