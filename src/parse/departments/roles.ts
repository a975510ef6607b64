import type { Role } from '../../model/department.js';

export interface RoleRule {
  readonly purpose: string;
  readonly examples: readonly string[];
  /** Sticky, on folded text. */
  readonly pattern: RegExp;
  /** null: says that the units before it are responsible, and leaves them the role of their column or label. */
  readonly role: Role | null;
}

const UNITS = '(?:责任)?(?:单位|部门|机关|主体|处室|科室|方)';
/** By their duties, each, together: words before the verb of a role. */
const HOW =
  '(?:(?:按照?|依照?|依据|根据)(?:各自|相关)?(?:工作)?(?:职责|职能|职权|分工|责任)(?:范围|权限)?(?:任务)?(?:和?分工)?|分别|共同|具体|总体|统一|各自|协同|联合|密切|积极|牵头并?|按照?分工|依法)';
/** What may follow the verb: the end of the clause, the next unit, the next role. */
const AFTER =
  '(?=$|[,、;:。()\\[\\]/]|由|请|各|省|市|县|区|州|自治区|会同|牵头|配合|负责|协|抓好|做好|落实|相关|有关|国)';

/** Labels before the units they speak of: 牵头单位：. */
export const LABELS: readonly RoleRule[] = [
  {
    purpose: 'who leads',
    examples: ['牵头单位：', '主办部门:', '牵头：'],
    pattern: new RegExp(`(?:[省市县区]级)?(?:总?牵头|主办|主责|主要责任|第一责任|主要负责)(?:${UNITS}:?|:)`, 'y'),
    role: 'lead',
  },
  {
    purpose: 'who helps',
    examples: ['配合单位：', '协办单位：', '参与部门：', '配合:'],
    pattern: new RegExp(
      `(?:[省市县区]级)?(?:协同配合|协助配合|配合|协办|协助|参与|参加|协作|支持|会办|协同)(?:${UNITS}:?|:)`,
      'y',
    ),
    role: 'support',
  },
  {
    purpose: 'who is responsible',
    examples: ['责任单位：', '责任部门：', '落实单位：', '承办单位：'],
    pattern: new RegExp(
      `(?:[省市县区]级)?(?:(?:责任|主管|承办|落实|实施|承担|负责|承接|执行)(?:${UNITS}:?|:)|责任分工:|分工:)`,
      'y',
    ),
    role: 'responsible',
  },
];

/** Words after the units they speak of: …牵头, …按职责分工负责. */
export const VERBS: readonly RoleRule[] = [
  {
    purpose: 'who leads',
    examples: ['牵头', '分别牵头', '总牵头', '牵头负责', '为主', '主办'],
    pattern: new RegExp(
      `(?:为)?(?:${HOW}){0,3}(?:总?牵头|主办${AFTER}|为主${AFTER}|主责${AFTER}|统筹(?:协调)?${AFTER})(?:负责|抓总|落实|推进|实施|组织|单位)*`,
      'y',
    ),
    role: 'lead',
  },
  {
    purpose: 'who helps',
    examples: ['配合', '协办', '指导', '协同配合', '参与', '按职责分工配合', '配合做好相关工作'],
    pattern: new RegExp(
      `(?:为)?(?:${HOW}){0,3}(?:(?:协助|参与)?配合(?:做好|抓好|落实|实施|推进)?(?:相关|有关)?(?:工作|单位)?|协办(?!公)|会办(?![公理事])|(?:督促|业务|监督|跟踪)?指导${AFTER}|(?:协助|参与|参加|支持|协同|协作)(?:落实|实施|推进|做好)?${AFTER})`,
      'y',
    ),
    role: 'support',
  },
  {
    purpose: 'who is responsible, each for its part',
    examples: ['负责', '按职责分工负责', '按照职责分工落实', '共同负责', '组织实施', '按职责分工'],
    pattern: new RegExp(
      `(?:${HOW}){0,3}(?:负责(?!人)(?:落实|推进|实施|组织实施)?|各负其责|为(?:责任|承办|实施|落实)单位|(?:承办|办理)${AFTER}|(?:抓好|推进|组织)?(?:落实|实施|承担|推进|执行)${AFTER})|(?:${HOW}){1,3}${AFTER}`,
      'y',
    ),
    role: null,
  },
];

/** Between the unit that leads and those that help: A会同B. */
export const JOINED = /会同(?=\p{Script=Han}{2})/uy;
