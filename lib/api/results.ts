/** The result of every operation. Types only. */

import type { PartialDate } from '@/lib/crm/dates';
import type { DeviceSettings, Settings } from '@/lib/crm/settings';
import type { SiteRecipe } from '@/lib/sites/recipe';
import type { BacktestView, ContactAdvice, EffectView, PlanView, PlayRow, PlayTrial } from './advice-views';
import type {
  BiasView,
  CompareView,
  DriversView,
  IndexView,
  LoopView,
  TopicsView,
  WavesView,
} from './analysis-views';
import type { AnswersHead, AnswersPreview } from './answer-views';
import type { AskedView } from './asked-views';
import type { CalendarView, FoundPromiseView, PromiseProposal, Reminder, TrustView } from './care-views';
import type { FilledText, TemplateList } from './compose-views';
import type { BackupPreview, Dossier, ExportResult, FileOut, LogEntry, RetentionPreview } from './data-views';
import type { DealBoard, DealRow, DealView } from './deal-views';
import type { FiguresView } from './figure-views';
import type { BulkPreview, ContactHealthView, HealthReport, HealthRow, ToConfirm } from './health-views';
import type {
  FileHead,
  ImportPreview,
  ImportReportDetail,
  ImportReportView,
  SheetView,
} from './import-views';
import type {
  CohortView,
  ConcentrationView,
  ExitsView,
  ForecastView,
  LifecycleView,
  NextOrdersView,
  OpportunitiesView,
  ProductsView,
  RfmView,
  ValueView,
  WarningsView,
} from './insights-views';
import type { DuplicateGroup, MergeView } from './merge-views';
import type { RelationView, SupposedRelation } from './relation-views';
import type { AskToday, HoldoutView, SchedulePreview, ScheduleRow } from './schedule-views';
import type { SearchResult } from './search-views';
import type {
  ClusterView,
  Portrait,
  ReadySegment,
  SegmentCompared,
  SegmentExplained,
  SegmentFound,
  SegmentRow,
  SegmentUse,
} from './segment-views';
import type {
  AnswerAsks,
  CaseRow,
  CaseView,
  HubView,
  ResponseRow,
  ResponseView,
  ResultsView,
  SurveyRow,
  SurveyView,
} from './survey-views';
import type { TierPreview } from './tier-views';
import type {
  ChangeView,
  CompanyRow,
  CompanyView,
  ContactHit,
  ContactRow,
  ContactView,
  Mark,
  OverlayState,
  Proposal,
  SiteReadings,
  SiteView,
  TabView,
  TagNode,
  TagView,
  TakenSite,
  TaskView,
  TaughtSite,
  TimelineItem,
  TodayView,
  UndoResult,
  WhenView,
} from './views';

interface Id {
  id: string;
}
type Done = Record<string, never>;

/** What became of a sealed answer. An event is no answer of a survey: it has no id when nobody known did it. */
interface Taken {
  state: 'new' | 'updated' | 'already';
  id: string | null;
  form: string;
}

export interface Results {
  'contacts.view': ContactView;
  'contacts.ids': string[];
  'contacts.rows': ContactRow[];
  'contacts.photos': { any: boolean; sources: Record<string, string> };
  'contacts.setPhoto': Done;
  'contacts.removePhoto': Done;
  'contacts.find': ContactHit[];
  'contacts.counts': { contacts: number; companies: number; tags: number; tasks: number };
  'insights.ready': { ready: boolean };
  'insights.lifecycle': LifecycleView;
  'insights.opportunities': OpportunitiesView;
  'insights.exits': ExitsView;
  'insights.value': ValueView;
  'insights.warnings': WarningsView;
  'insights.concentration': ConcentrationView;
  'insights.rfm': RfmView;
  'insights.cohorts': CohortView;
  'insights.products': ProductsView;
  'insights.forecast': ForecastView;
  'insights.nextOrders': NextOrdersView;
  'insights.csv': { file: string };
  'lists.filling': { done: number; of: number } | null;
  'lists.fill': { changed: boolean };
  'contacts.add': Id;
  'contacts.addMany': { ids: string[] };
  'contacts.edit': Done;
  'contacts.setFact': Id;
  'contacts.removeFact': Done;
  'contacts.setPoint': Id;
  'contacts.complete': { count: number };
  'contacts.removePoint': Done;
  'contacts.setDate': Id;
  'contacts.removeDate': Done;
  'contacts.setConsent': Done;
  'contacts.setCadence': { count: number };
  'contacts.merge': { count: number };
  'contacts.unmerge': Id;
  'contacts.delete': { count: number };
  'contacts.erase': { rows: number; log: string; at: number };
  'duplicates.count': { certain: number; perhaps: number };
  'duplicates.list': { groups: DuplicateGroup[]; total: number };
  'duplicates.look': { changed: boolean };
  'duplicates.distinct': Done;
  'duplicates.known': ContactHit[];
  'duplicates.compare': MergeView;
  'relations.list': { relations: RelationView[]; supposed: SupposedRelation[] };
  'relations.add': Id;
  'companies.list': CompanyRow[];
  'companies.view': CompanyView;
  'companies.find': { id: string; name: string }[];
  'companies.add': Id;
  'companies.edit': Done;
  'companies.setFact': Id;
  'companies.removeFact': Done;
  'companies.setPoint': Id;
  'companies.removePoint': Done;
  'companies.merge': { count: number };
  'companies.unmerge': { count: number };
  'companies.delete': { count: number };
  'activities.list': { items: TimelineItem[]; more: boolean };
  'activities.log': Id & { already: boolean };
  'activities.edit': Done;
  'activities.delete': { count: number };
  'notes.add': Id;
  'notes.edit': Done;
  'drafts.get': { text: string };
  'drafts.put': Done;
  'tags.tree': TagNode[];
  'tags.find': TagView[];
  'tags.add': Id;
  'tags.edit': Done;
  'tags.merge': { count: number };
  'tags.delete': { count: number };
  'tags.assign': Id & { count: number };
  'tags.unassign': { count: number };
  'segments.setRule': { given: number; taken: number };
  'segments.applyRule': { given: number; taken: number };
  'tiers.preview': TierPreview;
  'tiers.set': { moved: number };
  'tasks.list': TaskView[];
  'tasks.add': Id;
  'tasks.addPlan': { count: number };
  'tasks.edit': Done;
  'tasks.delete': { count: number };
  'today.view': TodayView;
  'today.count': number;
  'steps.snooze': Done;
  'changes.list': { items: ChangeView[]; more: boolean };
  'changes.undo': UndoResult | null;
  'changes.redo': UndoResult | null;
  'settings.get': { settings: Settings; device: DeviceSettings };
  'settings.set': Done;
  'settings.include': Done;
  'settings.teach': Done;
  'device.set': Done;
  'device.disown': Done;
  'backup.save': FileOut & { counts: Record<string, number> };
  'backup.saveNewer': FileOut & { counts: Record<string, number> };
  'backup.saved': Done;
  'backup.preview': BackupPreview;
  'backup.restore': { batchId: string; added: number; replaced: number; left: number };
  'exports.write': ExportResult;
  'data.give': Dossier;
  'data.log': LogEntry[];
  'retention.preview': RetentionPreview;
  'retention.run': { contacts: number; notes: number; erased: boolean };
  'imports.sheets': SheetView[];
  'imports.head': FileHead;
  'imports.preview': ImportPreview;
  'imports.run': ImportReportView['counts'];
  'imports.resume': ImportReportView['counts'];
  'imports.takeBack': Done;
  'answers.head': AnswersHead;
  'answers.preview': AnswersPreview;
  /** `surveyId`: where they are, also when it was made of the file. */
  'answers.bring': { surveyId: string; added: number; updated: number; already: number; held: number };
  'imports.list': ImportReportView[];
  'imports.report': ImportReportDetail | null;
  'text.when': WhenView | null;
  'text.date': { date: PartialDate; also: PartialDate[] } | null;
  'text.propose': Proposal[];
  'surveys.list': SurveyRow[];
  'surveys.count': { all: number; open: number };
  'surveys.view': SurveyView;
  'surveys.add': Id;
  'surveys.edit': Done;
  'surveys.publish': { version: number };
  'surveys.setState': Done;
  'surveys.setGoal': Done;
  'surveys.delete': { count: number };
  'invites.add': {
    links: { contactId: string; token: string }[];
    skipped: {
      contactId: string;
      why: 'asked' | 'doNotContact' | 'consent' | 'personal';
      at: number | null;
    }[];
  };
  'invites.check': {
    ask: string[];
    skipped: (Results['invites.add']['skipped'][number] & { name: string })[];
  };
  'invites.asked': {
    /** Of whom they went into. */
    contactId: string;
    /** Empty for somebody who was deleted. */
    name: string;
    isGone: boolean;
    surveyId: string;
    survey: string;
    at: number;
    answeredAt: number | null;
    /** It was noted together with an answer in person: it counts among those asked by a link in no share. */
    withAnswer: boolean;
  }[];
  'responses.list': { items: ResponseRow[]; more: boolean };
  'responses.view': ResponseView;
  'responses.take': Taken;
  'responses.note': { id: string };
  'responses.takeFile': {
    new: number;
    updated: number;
    already: number;
    refused: { line: number; why: string }[];
  };
  'responses.assign': Done;
  'responses.toContact': { contactId: string };
  'responses.setAside': { count: number };
  'responses.keep': { count: number };
  'responses.handle': { count: number };
  'responses.delete': { count: number };
  'responses.counts': { any: boolean; unread: number; unassigned: number };
  'schedules.list': ScheduleRow[];
  'schedules.put': Done;
  'schedules.remove': Done;
  'schedules.preview': SchedulePreview;
  'schedules.ask': { links: { contactId: string; token: string }[]; held: number };
  'schedules.today': AskToday[];
  'schedules.holdout': HoldoutView;
  'results.view': ResultsView;
  'results.csv': { file: string; name: string };
  'results.asks': AnswerAsks;
  'results.answers': { items: ResponseRow[]; found: number; all: number };
  'results.answersFile': { file: string; name: string };
  'analysis.index': IndexView;
  'analysis.drivers': DriversView;
  'analysis.compare': CompareView;
  'analysis.waves': WavesView;
  'analysis.loop': LoopView;
  'analysis.topics': TopicsView;
  'analysis.bias': BiasView;
  'hub.get': HubView | null;
  'hub.connect': HubView;
  'hub.disconnect': Done;
  'hub.pull': { taken: number };
  'hub.upload': HubView;
  'hub.key': { publicKey: string; keyId: string };
  'hub.identifySecret': { secret: string };
  'cases.list': CaseRow[];
  'cases.count': { all: number; open: number };
  'cases.view': CaseView;
  'cases.open': Id & { number: string };
  'cases.edit': Done;
  'cases.move': Done;
  'cases.replied': Done;
  'cases.told': Done;
  'cases.recheck': Done;
  'cases.delete': { count: number };
  'deals.board': DealBoard;
  'deals.list': DealRow[];
  'deals.count': { all: number; open: number };
  'deals.view': DealView;
  'deals.add': Id;
  'deals.edit': Done;
  'deals.move': Done;
  'deals.close': Done;
  'deals.reopen': Done;
  'deals.delete': { count: number };
  'pipeline.set': { moved: number };
  'needs.set': Id;
  'needs.remove': Done;
  'calendar.view': CalendarView;
  'greetings.reminder': Reminder;
  'greetings.use': Done;
  'promises.found': FoundPromiseView[];
  'promises.propose': PromiseProposal[];
  'promises.take': Id;
  'promises.decline': Done;
  'promises.correct': Done;
  'trust.view': TrustView;
  'search.find': SearchResult;
  'figures.refresh': { changed: boolean };
  'figures.view': FiguresView;
  'contacts.setStage': Done;
  'segments.names': { id: string; name: string }[];
  'segments.list': SegmentRow[];
  'segments.ready': ReadySegment[];
  'segments.clusters': ClusterView;
  'segments.put': Done;
  'segments.delete': { count: number };
  'segments.find': SegmentFound;
  'segments.portrait': Portrait;
  'segments.explain': SegmentExplained;
  'segments.uses': SegmentUse[];
  'segments.rules': { tagId: string; name: string; expiresDays: number | null }[];
  'segments.snapshot': { count: number };
  'segments.snapshots': { day: string; count: number }[];
  'segments.compare': SegmentCompared;
  'health.kept': HealthReport | null;
  'health.look': HealthReport;
  'health.list': HealthRow[];
  'health.fix': { count: number };
  'health.queue': { items: ToConfirm[]; contacts: number };
  'health.confirm': Done;
  'health.contact': ContactHealthView | null;
  'bulk.preview': BulkPreview;
  'bulk.edit': { count: number };
  'views.put': Done;
  'views.remove': Done;
  'views.order': Done;
  'fields.put': Done;
  'fields.remove': Done;
  'advice.contact': ContactAdvice;
  'advice.today': PlanView;
  'advice.shown': { count: number };
  'advice.answer': Id;
  'advice.backtest': BacktestView;
  'advice.effect': EffectView;
  'advice.setMinutes': Done;
  'plays.list': PlayRow[];
  'plays.set': Done;
  'plays.try': PlayTrial;
  'templates.list': TemplateList;
  'templates.count': { all: number };
  'templates.put': Done;
  'templates.delete': { count: number };
  'templates.fill': FilledText;
  'templates.reached': Pick<SurveyView, 'code' | 'hub' | 'key'>;
  'tab.report': { marks: Mark[][] };
  'tab.forget': Done;
  'tab.choose': Done;
  'tab.sent': { logged: number };
  'tab.panel': { url: string };
  'tab.state': OverlayState;
  'tab.recipes': SiteRecipe[];
  'tab.fold': Done;
  'tab.aside': Done;
  'tab.width': Done;
  'tab.hide': Done;
  'tab.hello': { language: 'en' | 'zh-Hans' | 'zh-Hant'; theme: 'auto' | 'light' | 'dark' };
  'tab.view': TabView;
  'tab.identify': Done;
  'tab.link': Done;
  'tab.insert': { outcome: 'inserted' | 'none' };
  'tab.reads': Done;
  'tab.log': Id & { already: boolean };
  'tab.asked': AskedView | null;
  'tab.beside': Done;
  'tab.structure': { text: string };
  'tab.teach': Done;
  'sites.teach': Done;
  'sites.taught': TaughtSite[];
  'sites.take': TakenSite;
  'sites.rename': Done;
  'sites.untaught': Done;
  'sites.readings': SiteReadings[];
  'sites.structure': { text: string };
  'sites.list': SiteView[];
  'sites.switch': Done;
  'sites.reads': Done;
  'sites.bridge': Done;
  'workspace.open': Done;
}
