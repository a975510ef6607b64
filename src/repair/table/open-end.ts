/** 、 parts units, and ends none; （ is closed where the cell ends. */
const OPEN = /[、，（]$/u;
/** 中级法 | 院、城市管理局: no unit has a name of one character. */
const REST = /^[厅局委部办院会司行府][、，；]/u;

/** Whether a list of units or dates, cut by the end of a page, goes on with what stands below it on the next. */
export const isListCut = (above: string, text: string): boolean =>
  above.length > 0 && text.length > 0 && (OPEN.test(above) || REST.test(text));
