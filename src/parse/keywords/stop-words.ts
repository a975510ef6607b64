/**
 * Words by which nobody searches, since any task of any department is worded with them: what is done (推进, 落实), how
 * (进一步, 全面), for whom in general (有关, 各级). Collected from the fixed phrases of official documents, not from one issue;
 * adverbs, pronouns and particles are told by their part of speech and not listed.
 */
const DONE =
  '推进 推动 推行 推广 加强 加快 加大 强化 深化 优化 完善 健全 建立 建立健全 提升 提高 促进 开展 实施 落实 贯彻 贯彻落实 执行 实现 ' +
  '进行 做好 抓好 抓紧 确保 保证 坚持 坚决 鼓励 支持 扶持 围绕 依托 结合 根据 按照 依据 遵循 统筹 参与 负责 做到 注重 ' +
  '制定 出台 制订 拟定 编制 修订 明确 细化 梳理 形成 构建 打造 创建 建成 搭建 探索 拓展 扩大 增强 深入 巩固 发挥 突出 把握 ' +
  '利用 采取 采用 运用 使用 选择 给予 予以 提供 满足 适应 符合 达到 超过 降低 减少 压缩 压减 缩短 缩减 精简 简化 取消 减至 低于 高于 ' +
  '处理 完成 启动 继续 持续 保持 成为 作为 属于 包括 涉及 涵盖 纳入 列入 列为 印发 公布 下发 规定 合力 ' +
  '落地 见效 加以 有利于 带动 推出 争取 力争 提出 确定 起来 发现 充分调动 不利于 聚力 聚焦 谋划 谋划建设 面向 设立 支撑 汇聚 助力 新增 受到 接受 会同 发生 严格控制 控制 ' +
  '实行 具备 具有 存在 产生 获得 取得 需要 应当 应该 可以 能够 不得 必须 允许 用于 适用 施行 无需 如需 确需 是否 更大 更好 更多 所提';
const HOW =
  '进一步 全面 深入 切实 认真 积极 主动 充分 严格 严肃 及时 尽快 逐步 不断 有效 有序 大力 着力 努力 稳步 高效 统一 全力 全程 ' +
  '主要 基本 相关 有关 各级 各类 各地 各项 全区 全省 全市 全县 全国 我区 我省 我市 我县 本级 本地 本区 本省 本市 本县 所属 相应 具体 一定 一批 ' +
  '首次 首批 最大 最多 更加 重要 重大 良好 全新 合理 依法 依法依规 依规 不同 其他 其它 所有 全部 一切 一般 共同 便利 方便 优先 显著 首要 现有 优秀 普遍 广泛 相对 ' +
  '同时 目前 今后 以来 以上 以下 以内 之内 期间 年度 年底 年内 月底 季度 今年 明年 去年 当前 近期 日前 前后 长期 定期 随时 ' +
  '工作日 工作日内 之日起 之日止 十三五 十四五 十五五 万元 亿元 平方米 公里 百分点 左右 个数 次数';

/** Names of what every task has; they make terms with other words (营商环境, 管理体系) and none by themselves. */
const THINGS =
  '工作 建设 发展 改革 管理 服务 办理 保障 组织 指导 引导 协调 配合 牵头 创新 应用 规范 解决 研究 分析 总结 发布 通知 要求 实际 ' +
  '措施 举措 机制 制度 体系 体制 政策 方案 办法 意见 任务 目标 问题 情况 方面 方式 方法 形式 内容 事项 范围 领域 环节 过程 程序 流程 全过程 ' +
  '部门 单位 机构 人员 责任 职责 职能 作用 水平 能力 质量 效率 效能 力度 基础 条件 环境 格局 局面 原则 精神 标准 结果 成果 成效 效果 实效 ' +
  '分工 时限 期限 时间 责任单位 责任部门 牵头单位 配合单位 领导 负责人 主体 对象 群体 重点 项目 工程 业务 行为 系统 平台 ' +
  '数量 比例 比重 程度 规模 总体 整体 部分 阶段 层面 层级 地区 区域 地方 社会 国家 中央 省级 市级 县级 区级 自治区 政府 人民政府 党委 各市 ' +
  '活动 行动 途径 渠道 手段 模式 特点 优势 思路 理念 意识 因素 关系 计划 规划 文件 附件 清单 名单 材料 功能 ' +
  '调整 变化 增长 信息 数据 资源 技术 产品 需求 方向 做法 经验 新型 现代 科学 先进 优质 特殊 专项 综合 高质量 协同 同步 衔接 对接';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Verbs that no term holds. */
export const ACTIONS = setOf(DONE);
/** No term holds one of these. */
export const ANYWHERE: ReadonlySet<string> = new Set([...ACTIONS, ...setOf(HOW)]);
/** No term is one of these. */
export const PARTS_ONLY = setOf(THINGS);
