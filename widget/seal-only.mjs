/**
 * What of @hpke/core sealing never calls: opening, exporting, keys that are imported, derived or written out, and the fields that
 * only these read. A bundler drops what no module names, and cannot drop a method. What is left is the library's own text.
 */
const LEFT_OUT = {
  'table KemId': [
    ...['NotAssigned', 'DhkemP384HkdfSha384', 'DhkemP521HkdfSha512', 'DhkemSecp256k1HkdfSha256'],
    ...['DhkemX25519HkdfSha256', 'DhkemX448HkdfSha512', 'HybridkemX25519Kyber768'],
    ...['MlKem512', 'MlKem768', 'MlKem1024', 'XWing'],
  ],
  'table KdfId': [
    ...['HkdfSha384', 'HkdfSha512', 'Sha3256', 'Sha3384', 'Sha3512'],
    ...['Shake128', 'Shake256', 'TurboShake128', 'TurboShake256'],
  ],
  'table AeadId': ['Chacha20Poly1305'],
  CipherSuiteNative: ['kdf', 'aead', 'open', 'createRecipientContext', '_keyScheduleR'],
  Dhkem: [
    ...['serializePublicKey', 'serializePrivateKey', 'deserializePrivateKey', 'importKey', 'deriveKeyPair'],
    ...['decap', 'encSize', 'publicKeySize', 'privateKeySize'],
  ],
  DhkemP256HkdfSha256Native: ['encSize', 'publicKeySize', 'privateKeySize'],
  Ec: [
    ...['serializePrivateKey', 'deserializePrivateKey', 'importKey', 'deriveKeyPair', 'derivePublicKey'],
    ...['_importJWK', '_deserializePkcs8Key', '_derivePublicKeyWithoutJwkExport'],
    ...['_order', '_bitmask', '_pkcs8AlgId', '_curveParams', '_hkdf'],
    ...['DhkemP384HkdfSha384', 'default'],
  ],
  HkdfNative: ['expand', 'labeledExpand'],
  ExporterContextImpl: ['seal', 'open', 'export', '_api', '_kdf', 'exporterSecret'],
  EncryptionContextImpl: ['_nK', '_nN', '_nT'],
  AesGcmContext: ['open'],
  Aes128Gcm: ['tagSize'],
  Aes256Gcm: ['tagSize'],
};

/** How the library's compiler writes fields for browsers that have none. */
const HELPERS = {
  __classPrivateFieldGet: '(from, field) => field.get(from)',
  __classPrivateFieldSet: '(of, field, value) => field.set(of, value)',
};

const isThis = (node) => node?.type === 'ThisExpression';
const named = (node) => node?.name ?? node?.value;

/** `Object.defineProperty(this, name, {..., value})`: the name and what it is set to. */
function definition({ callee, arguments: [object, name, descriptor] = [] }) {
  if (callee?.property?.name !== 'defineProperty' || !isThis(object)) return null;
  return { name: name.value, value: descriptor.properties.find(({ key }) => named(key) === 'value').value };
}

/** The field that a statement sets, if it does nothing else. */
const setBy = ({ expression }) =>
  expression?.type === 'AssignmentExpression' && isThis(expression.left.object)
    ? named(expression.left.property)
    : expression && definition(expression)?.name;

/** What can be left out, and how it is called. */
const NAMES = {
  MethodDefinition: ({ key }) => named(key),
  Property: ({ key }, of) => of?.startsWith('table ') && named(key),
  SwitchCase: ({ test }) => (test ? test.property?.name : 'default'),
  ExpressionStatement: setBy,
};

/** Finds what is to be cut or put another way, and leaves what it was told to leave. */
function changes(code, program) {
  const found = [];
  const seen = new Set();
  const visit = (node, of) => {
    if (!node || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      for (const one of node) visit(one, of);
      return;
    }
    const cut = (with_ = '') => found.push([node.start, node.end, with_]);
    const left = LEFT_OUT[of] ?? [];
    if (node.type === 'ClassDeclaration') return visit(node.body, node.id.name);
    const name = NAMES[node.type]?.(node, of);
    if (name && left.includes(name)) {
      seen.add(`${of}.${name}`);
      // With the comma behind it.
      if (node.type === 'Property') node.end += code.slice(node.end).match(/^\s*,?/)[0].length;
      return cut();
    }
    if (node.type === 'VariableDeclarator' && node.init?.type === 'ObjectExpression')
      return visit(node.init.properties, `table ${node.id.name}`);
    if (node.type === 'VariableDeclarator' && HELPERS[node.id.name])
      return cut(`${node.id.name} = ${HELPERS[node.id.name]}`);
    const field = node.type === 'ExpressionStatement' && definition(node.expression);
    const value = field && code.slice(field.value.start, field.value.end);
    if (field) return cut(/^(void 0|undefined)$/.test(value) ? '' : `this.${field.name} = ${value};`);
    for (const child of Object.values(node)) visit(child, of);
  };
  visit(program.body);
  return { found, seen };
}

/** Leaves the half of @hpke/core that opens out of the file that seals. Fails where the library does not have what is left out. */
export function sealOnly() {
  const missing = new Set(
    Object.entries(LEFT_OUT).flatMap(([of, names]) => names.map((name) => `${of}.${name}`)),
  );
  return {
    name: 'seal-only',
    transform(code, id) {
      if (!/@hpke/.test(id)) return null;
      // A stand-in for the global object, which browsers have.
      if (id.endsWith('_dnt.shims.js')) return 'export const dntGlobalThis = globalThis;';
      const { found, seen } = changes(code, this.parse(code));
      for (const one of seen) missing.delete(one);
      return found.reduceRight((text, [from, to, by]) => text.slice(0, from) + by + text.slice(to), code);
    },
    buildEnd(error) {
      if (!error && missing.size) this.error(`@hpke/core has no ${[...missing].join(', ')}`);
    },
  };
}
