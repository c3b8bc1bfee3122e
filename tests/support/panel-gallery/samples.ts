import type { ContactView, Step, TabPerson, TabView, TimelineItem } from '@/lib/api/views';

/** Views as the panel meets them. Everybody in them is invented. Each test changes what it is about. */

const DAY = 86_400_000;
/** Saturday 21 November 2026, 12:00, in the zone of the machine. */
export const NOW = new Date(2026, 10, 21, 12).getTime();
export const INGRID = '0198a000-0000-7000-8000-000000000001';
export const TOMAS = '0198a000-0000-7000-8000-000000000002';
export const PRICE_LIST = '0198a000-0000-7000-8000-000000000103';

const chinese = (language: string) => language !== 'en';

export function sampleItem(item: Partial<TimelineItem> & Pick<TimelineItem, 'id' | 'type'>): TimelineItem {
  return {
    at: NOW - 94 * DAY,
    precision: 'minute',
    direction: null,
    channel: null,
    subject: '',
    text: '',
    link: null,
    pinned: false,
    amount: null,
    minutes: null,
    promise: null,
    withOthers: [],
    provenance: { source: 'post.example', at: NOW - 94 * DAY, how: 'page' },
    ...item,
  };
}

export function sampleTimeline(language = 'en'): TimelineItem[] {
  const zh = chinese(language);
  const id = (n: number) => `0198a000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;
  const august = (day: number) => new Date(2026, 7, day, 16, 12).getTime();
  return [
    sampleItem({
      id: id(1),
      type: 'mail',
      at: august(19),
      direction: 'in',
      subject: zh ? '回复：发票 2026-114' : 'Re: Invoice 2026-114',
      link: 'https://post.example/m/1',
    }),
    sampleItem({
      id: PRICE_LIST,
      type: 'promise',
      at: august(19),
      subject: zh ? '2027 价目表' : 'Price list 2027',
      promise: { by: 'me', due: { date: '2026-08-26' }, doneAt: null, lateDays: 87 },
    }),
    sampleItem({
      id: id(4),
      type: 'call',
      at: august(4),
      minutes: 12,
      subject: zh ? '运费与交期' : 'freight to Tromsø',
    }),
    sampleItem({
      id: id(5),
      type: 'purchase',
      at: new Date(2026, 6, 2).getTime(),
      precision: 'day',
      amount: zh ? { minor: 14600000, currency: 'CNY' } : { minor: 1840000, currency: 'EUR' },
      subject: zh ? '订单 2026-88' : 'order 2026-88',
    }),
    sampleItem({
      id: id(6),
      type: 'meeting',
      at: new Date(2026, 5, 11).getTime(),
      precision: 'day',
      subject: zh ? '参观新车间' : 'tour of the new hall',
      withOthers: [{ id: TOMAS, name: zh ? '周磊' : 'Tomas Berg' }],
    }),
    sampleItem({
      id: id(7),
      type: 'message',
      at: new Date(2025, 3, 14).getTime(),
      channel: 'wechat',
      direction: 'in',
      subject: zh ? '六月拜访的日期' : 'Date for the visit in June',
    }),
  ];
}

export function sampleSteps(language = 'en'): Step[] {
  const zh = chinese(language);
  const what = zh ? '2027 价目表' : 'Price list 2027';
  const base = { contactId: INGRID, evidence: [], due: null, lateDays: 0, activityId: null, taskId: null };
  const promised = {
    quote: zh ? '2027年的价目表我周三前发给您。' : 'I will send you the 2027 price list by Wednesday.',
    words: { key: 'advice.from_promise_mine', params: { at: { date: '2026-08-19' } } },
    at: NOW - 94 * DAY,
    activityId: PRICE_LIST,
    link: 'https://post.example/m/1',
  };
  const steps: Omit<Step, 'neverKey'>[] = [
    {
      ...base,
      key: `promise:${PRICE_LIST}`,
      kind: 'promise',
      title: { key: 'advice.promise_mine_title', params: { what } },
      reason: {
        key: 'advice.promise_mine_late_mails',
        params: { due: { due: { date: '2026-08-26' } }, count: 87, mails: 2 },
      },
      evidence: [promised, { ...promised, quote: null }],
      due: { date: '2026-08-26' },
      lateDays: 87,
      activityId: PRICE_LIST,
      link: 'https://post.example/m/1',
    },
    {
      ...base,
      key: 'task:0198a000-0000-7000-8000-000000000301',
      kind: 'task',
      title: { key: 'advice.task_title', params: { what: zh ? '运费单列' : 'Freight as its own line' } },
      reason: { key: 'advice.task_ahead', params: { due: { due: { date: '2026-11-23' } } } },
      due: { date: '2026-11-23' },
      taskId: '0198a000-0000-7000-8000-000000000301',
      link: null,
    },
    {
      ...base,
      key: 'cadence',
      kind: 'cadence',
      title: { key: 'advice.cadence_title', params: {} },
      reason: { key: 'advice.cadence', params: { count: 30, last: { date: '2026-08-19' } } },
      link: null,
    },
  ];
  return steps.map((step) => ({ ...step, neverKey: step.key }));
}

/** Ingrid of the drawings: a promise is late, a rhythm is over. */
export function sampleContact(language = 'en', changed: Partial<ContactView> = {}): ContactView {
  const zh = chinese(language);
  const provenance = { source: 'post.example', at: NOW - 400 * DAY, how: 'page' as const };
  const [step] = sampleSteps(language);
  const [promised] = step?.evidence ?? [];
  const mail = {
    quote: zh ? '回复：发票 2026-114' : 'Re: Invoice 2026-114',
    words: { key: 'advice.from_mail_in', params: { at: { date: '2026-08-19' } } },
    at: NOW - 94 * DAY,
    activityId: null,
    link: 'https://post.example/m/1',
  };
  const weeks = (seed: number) =>
    Array.from({ length: 104 }, (_, week) =>
      week > 90 ? 0 : Math.max(0, Math.round(3 * Math.sin(week * seed) + 2 * Math.sin(week / 7) - 0.5)),
    );
  return {
    id: INGRID,
    name: zh ? '李慧敏' : 'Ingrid Solheim',
    kind: 'work',
    stage: 'declining',
    tier: null,
    title: zh ? '采购经理' : 'Head of Purchasing',
    company: {
      id: '0198a000-0000-7000-8000-000000000901',
      name: zh ? '苏州恒测仪器有限公司' : 'Fjordlab AS',
    },
    facts: [
      {
        id: 'f1',
        field: 'company',
        value: zh ? '苏州恒测仪器有限公司' : 'Fjordlab AS',
        ref: null,
        aside: false,
        provenance,
      },
      { id: 'f2', field: 'city', value: zh ? '苏州' : 'Bergen', ref: null, aside: false, provenance },
    ],
    points: [
      {
        id: 'p1',
        kind: 'email',
        value: zh ? 'huimin@hengce.example' : 'ingrid@fjordlab.example',
        key: 'email:x',
        label: null,
        provenance,
      },
    ],
    dates: [
      {
        id: 'd1',
        kind: 'birthday',
        label: null,
        date: { calendar: 'gregorian', year: 1981, month: 3, day: 3 },
        lunarText: null,
        next: '2027-03-03',
        turning: { years: 46, nominal: 47 },
        provenance,
      },
      {
        id: 'd2',
        kind: 'warranty',
        label: zh
          ? '便携式近红外光谱仪 NIR-2600X（含校准附件与三年上门服务）'
          : 'Portable near-infrared spectrometer NIR-2600X/EU-WITHCALIBRATIONSET, three years on site',
        date: { calendar: 'gregorian', year: 2027, month: 1, day: 12 },
        lunarText: null,
        next: '2027-01-12',
        turning: null,
        provenance,
      },
    ],
    tags: (zh ? ['采购', '苏州', '年度合同'] : ['purchasing', 'Norway', 'yearly contract']).map(
      (name, n) => ({
        id: `0198a000-0000-7000-8000-00000000050${n}`,
        name,
        path: n === 1 ? [zh ? '地区' : 'Region', name] : [name],
      }),
    ),
    consents: { mail: { state: 'given', basis: 'Noted by hand', ...provenance } },
    doNotContact: null,
    cadence: { days: 30, since: NOW - 200 * DAY },
    autolog: false,
    addedAt: NOW - 400 * DAY,
    briefing: [
      {
        words: { key: 'advice.last_spoke_about', params: { count: 94, topic: zh ? '发票' : 'Invoice' } },
        evidence: [mail],
      },
      {
        words: { key: 'advice.open_promise_mine', params: { what: zh ? '2027 价目表' : 'Price list 2027' } },
        evidence: promised ? [promised, { ...promised, quote: null }] : [],
      },
    ],
    steps: sampleSteps(language),
    notes: [],
    timeline: sampleTimeline(language),
    timelineTotal: 6,
    tasks: [
      {
        id: '0198a000-0000-7000-8000-000000000301',
        title: zh ? '运费单列' : 'Freight as its own line',
        due: { date: '2026-11-23' },
        doneAt: null,
        lateDays: -2,
        contacts: [],
      },
    ],
    pulse: { from: '2024-11-25', received: weeks(1.7), sent: weeks(2.3), expected: '2026-09-09' },
    cases: [],
    deals: [],
    needs: [],
    score: null,
    mergedFrom: [],
    others: [{ id: TOMAS, name: zh ? '周磊' : 'Tomas Berg', title: zh ? '工程师' : 'engineer' }],
    revision: '1',
    ...changed,
  };
}

/** A contact that was added a moment ago: nothing is known yet, and the rhythm is asked. */
export function sampleFresh(language = 'en', changed: Partial<ContactView> = {}): ContactView {
  const whole = sampleContact(language);
  const nothing = Array<number>(104).fill(0);
  return {
    ...whole,
    stage: null,
    title: null,
    company: null,
    facts: [],
    dates: [],
    tags: [],
    consents: {},
    cadence: null,
    timeline: [],
    timelineTotal: 0,
    tasks: [],
    cases: [],
    deals: [],
    needs: [],
    score: null,
    others: [],
    pulse: { ...whole.pulse, received: nothing, sent: nothing, expected: null },
    briefing: [
      {
        words: { key: 'advice.last_none', params: {} },
        evidence: [
          {
            quote: null,
            words: { key: 'advice.coverage_manual', params: { at: { date: '2026-11-21' } } },
            at: NOW,
            activityId: null,
            link: null,
          },
        ],
      },
    ],
    steps: [
      {
        key: 'first',
        neverKey: 'first',
        kind: 'first',
        contactId: INGRID,
        title: { key: 'advice.first_title', params: {} },
        reason: { key: 'advice.first_today', params: {} },
        evidence: [],
        due: null,
        lateDays: 0,
        activityId: null,
        taskId: null,
        link: null,
      },
    ],
    ...changed,
  };
}

export function samplePerson(changed: Partial<TabPerson> & Pick<TabPerson, 'key' | 'name'>): TabPerson {
  const address = changed.address ?? null;
  return {
    address,
    role: 'sender',
    title: null,
    company: null,
    place: null,
    points: address ? [{ kind: 'email', value: address }] : [],
    spoof: false,
    automatic: false,
    contactId: null,
    contactName: null,
    by: null,
    byName: false,
    candidates: [],
    ...changed,
  };
}

/** The mail of the drawings: Ingrid writes, two others get it too. */
export function sampleTab(language = 'en', changed: Partial<TabView> = {}): TabView {
  const zh = chinese(language);
  const contact = sampleContact(language);
  const address = contact.points[0]?.value ?? '';
  return {
    origin: 'https://post.example',
    site: 'roundcube',
    kind: 'message',
    state: 'reading',
    subject: zh ? '回复：发票 2026-114' : 'Re: Invoice 2026-114',
    permalink: 'https://post.example/m/9',
    direction: 'in',
    at: NOW - 3_600_000,
    logs: 'mail',
    network: false,
    event: {
      name: 'roundcube:9',
      subject: zh ? '回复：发票 2026-114' : 'Re: Invoice 2026-114',
      permalink: 'https://post.example/m/9',
    },
    logged: false,
    offerAutolog: false,
    people: [
      samplePerson({
        key: `email:${address}`,
        name: contact.name,
        address,
        contactId: INGRID,
        by: { kind: 'email', value: address, since: NOW - 400 * DAY },
      }),
      samplePerson({
        key: 'email:t',
        name: zh ? '周磊' : 'Tomas Berg',
        address: 'tomas@fjordlab.example',
        role: 'recipient',
      }),
      samplePerson({
        key: 'email:h',
        name: zh ? '韩薇' : 'Hanne Vik',
        address: 'hanne@fjordlab.example',
        role: 'recipient',
      }),
    ],
    person: `email:${address}`,
    contact,
    offers: [],
    theme: 'light',
    purpose: 'sales',
    folded: false,
    tabId: 7,
    generation: 3,
    clicked: null,
    compose: null,
    ...changed,
  };
}

/** Somebody who writes for the first time. */
export function sampleStranger(language = 'en'): TabView {
  const zh = chinese(language);
  return sampleTab(language, {
    subject: zh ? '自我介绍，并询问价格' : 'Introduction, and a question on prices',
    contact: null,
    person: 'email:priya@northquay.example',
    people: [
      samplePerson({
        key: 'email:priya@northquay.example',
        name: zh ? '林晓岚' : 'Priya Raman',
        address: 'priya@northquay.example',
        company: zh ? '北航光电' : 'Northquay Survey',
      }),
    ],
  });
}

const LIST = [
  ['Marit Aas', 'marit@havn.example'],
  ['Jonas Weil', 'weil@prisma.example'],
  ['Amara Obi', 'amara@lagoon.example'],
  ['王安然', 'anran@sanhe.example'],
  ['Ана Петрова', 'ana@reka.example'],
  ['سارة منصور', 'sara@nakhla.example'],
  ['Li Wei', 'li.wei@acme.example'],
  ['Chen Ke', 'ke@acme.example'],
  ['Song Yu', 'yu@acme.example'],
  ['Gao Yuan', 'yuan@acme.example'],
  ['Ana Duarte', 'ana@duarte.example'],
  ['Rui Costa', 'rui@duarte.example'],
  ['Noor Haddad', 'noor@cedar.example'],
  ['Ines Paz', 'ines@cedar.example'],
] as const;

/** An inbox: fourteen people to tick, a robot, and one who is a contact. */
export function sampleList(language = 'en'): TabView {
  return sampleTab(language, {
    kind: 'list',
    subject: null,
    permalink: null,
    contact: null,
    person: null,
    people: [
      ...LIST.map(([name, address]) => samplePerson({ key: `email:${address}`, name, address })),
      samplePerson({
        key: 'email:no-reply@rail.example',
        name: 'Rail Bulletin',
        address: 'no-reply@rail.example',
        automatic: true,
      }),
      samplePerson({
        key: 'email:ingrid@fjordlab.example',
        name: 'Ingrid Solheim',
        address: 'ingrid@fjordlab.example',
        contactId: INGRID,
      }),
    ],
  });
}

/** A name without an address, which two contacts bear. */
export function sampleCandidates(language = 'en', count = 2): TabView {
  const hits = [
    {
      id: INGRID,
      name: 'Li Wei',
      title: 'Buyer',
      company: 'Acme Optics',
      address: 'li.wei@acme.example',
      matched: null,
    },
    { id: TOMAS, name: 'Li Wei', title: null, company: 'Sanhe', address: 'lw@sanhe.example', matched: null },
  ];
  return sampleTab(language, {
    contact: null,
    person: 'name:li wei',
    people: [samplePerson({ key: 'name:li wei', name: 'Li Wei', candidates: hits.slice(0, count) })],
  });
}

/** A profile of a contact that tells more than is kept. */
export function sampleProfile(language = 'en'): TabView {
  const zh = chinese(language);
  return sampleTab(language, {
    kind: 'profile',
    site: 'linkedin',
    logs: null,
    offers: [
      {
        of: 'fact',
        field: 'title',
        value: zh ? '采购总监，负责光学与测量设备' : 'Head of procurement, optics and measuring',
        now: zh ? '采购经理' : 'Buyer',
      },
      { of: 'fact', field: 'city', value: zh ? '卑尔根' : 'Bergen', now: null },
      { of: 'point', field: 'handle', value: 'linkedin:ingrid-solheim-42', now: null },
    ],
  });
}

/** A profile of which nothing is kept, and a contact of that name. */
export function sampleNamesake(language = 'en'): TabView {
  const asked = sampleCandidates(language, 1);
  const point = { kind: 'handle' as const, value: 'linkedin:li-wei-88' };
  const people = asked.people.map((one) => ({
    ...one,
    byName: true,
    role: 'profile' as const,
    address: point.value,
    points: [point],
  }));
  return { ...asked, kind: 'profile', site: 'linkedin', logs: null, people };
}
