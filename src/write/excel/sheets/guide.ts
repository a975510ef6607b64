import type ExcelJS from 'exceljs';
import { VERSION } from '../../../version.js';
import { chineseDate } from '../cell-text.js';
import type { Content } from '../content.js';
import type { DetailColumn } from '../detail-columns.js';
import { FlatSheet } from '../flat.js';
import { SHEETS } from '../names.js';

const SHEET_MEANINGS: readonly [string, string][] = [
  [SHEETS.list, '按印出的清单排列，可直接打印'],
  [
    SHEETS.detail,
    '一条措施一行，可排序、筛选，可填写状态、进展、备注；超过截止日期而未完成的标红，三十日内到期的标黄，已完成的标绿',
  ],
  [SHEETS.departments, '一个单位一组，牵头的在前；点左边的减号可收起'],
  [SHEETS.deadlines, '按截止日期排列，一月一组；点左边的减号可收起，只看各月的条数'],
  [SHEETS.cross, '各单位在各月到期的条数，颜色越深条数越多；点单位名称可转到“按部门”'],
  [SHEETS.checks, '全部核查标记：位置、原文、说明和处理办法'],
  [SHEETS.unmatched, '先前填写而找不到对应措施的内容，没有时不设此表'],
];

const ENTRY_MEANINGS: readonly [string, string][] = [
  ['状态', '从列表中选择：未开始、进行中、已完成、逾期'],
  ['进展、备注', '随意填写；也可在右边自己加列'],
  [
    '再次转换',
    '同一文件再次转换时，以上各列的内容按 id 和措施文字找回，找不到对应措施的移入“未对应的填写”；对其他各列、各表的改动不予保留',
  ],
];

/** 说明: where the workbook comes from, and what its sheets and columns mean. */
export function addGuide(workbook: ExcelJS.Workbook, content: Content, columns: readonly DetailColumn[]): void {
  const flat = new FlatSheet(workbook, SHEETS.guide, [
    { heading: '项目', width: 24 },
    { heading: '内容', width: 110 },
  ]);
  flat.title(SHEETS.guide, '');
  flat.header();
  const section = (name: string, rows: readonly (readonly [string, string])[]): void => {
    if (rows.length === 0) return;
    flat.fullRow(name, 'block');
    for (const [item, meaning] of rows) {
      flat.add([
        { value: item, style: 'text' },
        { value: meaning, style: 'text' },
      ]);
    }
  };
  section('来源', origins(content));
  section('各表', SHEET_MEANINGS);
  section(`“${SHEETS.detail}”各列`, unique(columns));
  section('填写', ENTRY_MEANINGS);
}

function origins({ issue, documents }: Content): [string, string][] {
  const { source, issue: identity } = issue;
  const { gazette, year, number } = identity;
  const rows: [string, string][] = [
    ['文件', source.file],
    ['SHA-256', source.sha256],
    [
      '公报',
      [gazette, year === null ? null : `${year}年`, number === null ? null : `第${number}期`]
        .filter((part) => part !== null)
        .join(''),
    ],
    ['页数', source.kind === 'pdf' ? String(source.pages) : ''],
    ['程序版本', `gongbao ${VERSION}`],
  ];
  for (const { title, docNumber, dateIssued } of documents.values()) {
    rows.push(['公文', [title, docNumber, dateIssued && chineseDate(dateIssued)].filter(Boolean).join('　')]);
  }
  return rows.filter(([, value]) => value !== '');
}

/** Columns of one meaning in one line. */
function unique(columns: readonly DetailColumn[]): [string, string][] {
  const meanings = new Map<string, string[]>();
  for (const { heading, meaning } of columns) meanings.set(meaning, [...(meanings.get(meaning) ?? []), heading]);
  return [...meanings].map(([meaning, headings]) => [headings.join('、'), meaning]);
}
