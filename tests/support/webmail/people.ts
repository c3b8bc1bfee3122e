/** Invented people who write to the mailbox, each a case that overlays get wrong. */
export type Person = { name: string; address: string; charset?: 'gb18030' };

export const OWNER: Person = { name: 'Lab User', address: 'lab@lab.test' };

export const PEOPLE = {
  wang: { name: '王小明', address: 'wang.xiaoming@huaxin.example' },
  lina: { name: '李娜', address: 'lina@optics.example', charset: 'gb18030' },
  zhang: { name: '张伟（采购部）', address: 'zhangwei@dongfang.example', charset: 'gb18030' },
  chen: { name: '陳志強', address: 'chen.cc@taipei-parts.example' },
  tanaka: { name: '田中 太郎', address: 'tanaka@kyoto-seiki.example' },
  kim: { name: '김민준', address: 'minjun.kim@hanbit.example' },
  petrov: { name: 'Иван Петров', address: 'petrov@stal.example' },
  ali: { name: 'محمد العلي', address: 'm.ali@gulf.example' },
  garcia: { name: 'García, María José', address: 'mj.garcia@olivar.example' },
  annaWork: { name: 'Anna Smith', address: 'anna.smith@northwind.example' },
  annaHome: { name: 'Anna Smith', address: 'a.smith@post.example' },
  zoe: { name: 'Zoë Müller-Lüdenscheidt', address: 'zoe.mueller@fabrik.example' },
  sean: { name: "Seán O'Neil", address: 'sean.oneil@emerald.example' },
  huong: { name: 'Nguyễn Thị Hương', address: 'huong.nguyen@coffee.example' },
  priya: { name: 'Priya Raghunathan', address: 'priya.r@softworks.example' },
  nameless: { name: '', address: 'orders@harbour-freight.example' },
  /** The display name is the person's own address. */
  selfNamed: { name: 'tom.baker@bakery.example', address: 'tom.baker@bakery.example' },
  /** The display name is somebody else's address: a spoof. */
  spoof: { name: 'anna.smith@northwind.example', address: 'collector@odd-host.example' },
  long: {
    name: 'Maximiliane Theodora Freifrau von und zu Hohenfels-Wittgenstein-Altenkirchen',
    address: 'a.very.long.local.part.for.truncation@subdomain.of.a.long.domain.example',
  },
} as const satisfies Record<string, Person>;

/** Senders that are no people: an overlay offers nothing for them. */
export const MACHINES = {
  noReply: { name: 'Parcel Tracking', address: 'no-reply@parcels.example' },
  list: { name: 'Export Forum', address: 'export-forum@lists.example' },
  newsletter: { name: 'Trade Weekly', address: 'news@trade-weekly.example' },
} as const satisfies Record<string, Person>;
