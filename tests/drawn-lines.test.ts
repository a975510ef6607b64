// Tables whose lines are drawn in unusual ways, through the whole reader: what a person sees as lines parts cells.
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { inspectSource } from '../src/index.js';

type Pdf = PDFKit.PDFDocument;
type Ends = readonly [x0: number, y0: number, x1: number, y1: number];

/** With blank cells, and words that say nothing of columns: only the lines do. */
const CELLS = [
  ['Ash', 'Birch', '', 'Cedar'],
  ['', 'Elm', 'Fir', ''],
  ['Oak', '', '', ''],
  ['Pine', '', 'Teak', 'Yew'],
];
const XS = [50, 90, 250, 350, 450] as const;
const YS = [100, 130, 160, 190, 220] as const;
const [LEFT, TOP, RIGHT, BOTTOM] = [50, 100, 450, 220];
const LINES: readonly Ends[] = [
  ...YS.map((y): Ends => [LEFT, y, RIGHT, y]),
  ...XS.map((x): Ends => [x, TOP, x, BOTTOM]),
];
const boxes = YS.slice(1).flatMap((y1, row) =>
  XS.slice(1).map((x1, column): Ends => [XS[column] as number, YS[row] as number, x1, y1]),
);

async function pdf(draw: (pdf: Pdf) => void, color = '#000000'): Promise<Uint8Array> {
  const made = new PDFDocument({ size: [500, 700], margin: 0 });
  const chunks: Uint8Array[] = [];
  made.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const finished = new Promise((resolve) => made.on('end', resolve));
  made.save();
  draw(made);
  made.restore().fontSize(10).fillColor(color);
  CELLS.forEach((row, y) => {
    row.forEach((word, x) => {
      made.text(word, (XS[x] as number) + 4, (YS[y] as number) + 10, { lineBreak: false });
    });
  });
  made.end();
  await finished;
  return new Uint8Array(Buffer.concat(chunks));
}

const tablesSchema = z.array(
  z.object({
    rows: z.number(),
    columns: z.number(),
    cells: z.array(z.object({ row: z.number(), column: z.number(), text: z.string() })),
  }),
);

async function tablesIn(bytes: Uint8Array): Promise<string[][][]> {
  return tablesSchema.parse(await inspectSource(bytes, 'tables')).map(({ rows, columns, cells }) => {
    const all = Array.from({ length: rows }, () => new Array<string>(columns).fill('(merged)'));
    for (const { row, column, text } of cells) (all[row] as string[])[column] = text;
    return all;
  });
}

const line = (pdf: Pdf, [x0, y0, x1, y1]: Ends, color = '#000000'): void => {
  pdf.moveTo(x0, y0).lineTo(x1, y1).stroke(color);
};
const lines = (pdf: Pdf, color?: string): void => {
  for (const ends of LINES) line(pdf, ends, color);
};
const fill = (pdf: Pdf, [x0, y0, x1, y1]: Ends, color: string): void => {
  pdf.rect(x0, y0, x1 - x0, y1 - y0).fill(color);
};
/** Something at each step along each line. */
function along(step: number, draw: (x: number, y: number, isLevel: boolean) => void): void {
  for (const [x0, y0, x1, y1] of LINES) {
    const isLevel = y0 === y1;
    for (let at = 0; at <= x1 - x0 + y1 - y0; at += step) draw(isLevel ? x0 + at : x0, isLevel ? y0 : y0 + at, isLevel);
  }
}
const shiftedBy = (pt: number, [x0, y0, x1, y1]: Ends): Ends =>
  y0 === y1 ? [x0, y0 + pt, x1, y1 + pt] : [x0 + pt, y0, x1 + pt, y1];
/** A shade of grey. */
const grey = (value: number): string => `#${value.toString(16).padStart(2, '0').repeat(3)}`;

describe('lines are what a person sees as lines', () => {
  test.each<[string, (pdf: Pdf) => void]>([
    ['dotted, by the dash pattern', (pdf) => lines(pdf.lineCap('round').dash(0.01, { space: 3 }))],
    ['dashed, by the dash pattern', (pdf) => lines(pdf.dash(1, { space: 2 }))],
    ['dots, each a square', (pdf) => along(2, (x, y) => fill(pdf, [x - 0.5, y - 0.5, x + 0.5, y + 0.5], '#000000'))],
    [
      'dots in one path',
      (pdf) => {
        along(2.5, (x, y) => pdf.rect(x - 0.5, y - 0.5, 1, 1));
        pdf.fill('#000000');
      },
    ],
    ['dots, each a circle', (pdf) => along(3, (x, y) => pdf.circle(x, y, 0.5).fill('#000000'))],
    ['dots, each a stroke without length', (pdf) => along(2.5, (x, y) => line(pdf.lineCap('round'), [x, y, x, y]))],
    [
      'dashes, each a stroke',
      (pdf) => along(8, (x, y, isLevel) => line(pdf, isLevel ? [x, y, x + 4.5, y] : [x, y, x, y + 4.5])),
    ],
    [
      'doubled',
      (pdf) => {
        lines(pdf.lineWidth(0.5));
        for (const ends of LINES) line(pdf, shiftedBy(2.2, ends));
      },
    ],
    [
      'doubled, far apart',
      (pdf) => {
        lines(pdf.lineWidth(0.5));
        for (const ends of LINES) line(pdf, shiftedBy(3.5, ends));
      },
    ],
    [
      'broken at crossings',
      (pdf) => {
        for (const [x0, y0, x1, y1] of boxes) {
          for (const y of [y0, y1]) line(pdf, [x0 + 2.5, y, x1 - 2.5, y]);
          for (const x of [x0, x1]) line(pdf, [x, y0 + 2.5, x, y1 - 2.5]);
        }
      },
    ],
    [
      'filled between two rectangles',
      (pdf) => {
        for (const [x0, y0, x1, y1] of boxes) {
          pdf.rect(x0, y0, x1 - x0, y1 - y0).rect(x0 + 0.7, y0 + 0.7, x1 - x0 - 1.4, y1 - y0 - 1.4);
          pdf.fill('#000000', 'even-odd');
        }
      },
    ],
    [
      'in a frame with round corners',
      (pdf) => {
        pdf.roundedRect(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP, 10).stroke('#000000');
        for (const ends of LINES.slice(1, 4)) line(pdf, ends);
        for (const ends of LINES.slice(6, 9)) line(pdf, ends);
      },
    ],
    [
      'white on grey',
      (pdf) => {
        fill(pdf, [LEFT, TOP, RIGHT, BOTTOM], '#cccccc');
        lines(pdf, '#ffffff');
      },
    ],
    [
      'white, filled, between shades of cells',
      (pdf) => {
        boxes.forEach((box, index) => {
          fill(pdf, box, index < 4 ? '#4f81bd' : '#d0d8e8');
        });
        for (const [x0, y0, x1, y1] of LINES) fill(pdf, [x0 - 0.5, y0 - 0.5, x1 + 0.5, y1 + 0.5], '#ffffff');
      },
    ],
    [
      'white within the shading of the headings, black below',
      (pdf) => {
        lines(pdf);
        fill(pdf, [LEFT, TOP, RIGHT, 130], '#4f81bd');
        for (const x of XS) line(pdf, [x, TOP, x, 130], '#ffffff');
      },
    ],
    [
      'gaps between shaded cells',
      (pdf) => {
        for (const [x0, y0, x1, y1] of boxes) fill(pdf, [x0 + 0.5, y0 + 0.5, x1 - 0.5, y1 - 0.5], '#9ab0d0');
      },
    ],
  ])('%s', async (_, draw) => expect(await tablesIn(await pdf(draw))).toEqual([CELLS]));

  test('white on what is dark, as the letters are', async () => {
    const drawn = await pdf((pdf) => {
      fill(pdf, [LEFT, TOP, RIGHT, BOTTOM], '#1f4e79');
      lines(pdf, '#ffffff');
    }, '#ffffff');
    expect(await tablesIn(drawn)).toEqual([CELLS]);
  });
});

const MIDDLE: Ends = [170, TOP, 170, BOTTOM];

describe('a diagonal parts the words of its cell, and no cells', () => {
  test.each<[string, (pdf: Pdf) => void]>([
    ['drawn', (pdf) => line(pdf, [90, 100, 250, 130])],
    ['filled', (pdf) => pdf.polygon([90, 99.5], [250, 129.5], [250, 130.5], [90, 100.5]).fill('#000000')],
  ])('%s', async (_, draw) => {
    const drawn = await pdf((pdf) => {
      lines(pdf);
      draw(pdf);
      // on one line with the word below the diagonal
      pdf.fontSize(10).fillColor('#000000').text('Item', 200, 110, { lineBreak: false });
    });
    const [first, ...others] = CELLS;
    expect(await tablesIn(drawn)).toEqual([[first?.map((word) => word.replace('Birch', 'ItemBirch')), ...others]]);
  });
});

describe('what nobody sees as a line parts no cells', () => {
  test.each<[string, (pdf: Pdf) => void]>([
    ['white on paper', (pdf) => line(pdf, MIDDLE, '#ffffff')],
    [
      'in the shade that it is painted on',
      (pdf) => {
        fill(pdf, [LEFT, TOP, RIGHT, BOTTOM], '#cccccc');
        line(pdf, MIDDLE, '#cccccc');
      },
    ],
    [
      'white on a white table on a grey page',
      (pdf) => {
        fill(pdf, [0, 0, 500, 700], '#dddddd');
        fill(pdf, [LEFT, TOP, RIGHT, BOTTOM], '#ffffff');
        line(pdf, MIDDLE, '#ffffff');
      },
    ],
    [
      'under what is painted later',
      (pdf) => {
        line(pdf, MIDDLE);
        fill(pdf, [91, 101, 249, 219], '#ffffff');
      },
    ],
    [
      'outside of the clip',
      (pdf) => {
        pdf.save().rect(300, 100, 10, 10).clip();
        line(pdf, MIDDLE);
        pdf.restore();
      },
    ],
    ['fully transparent', (pdf) => line(pdf.save().strokeOpacity(0), MIDDLE)],
    [
      'the edges of shading',
      (pdf) => {
        fill(pdf, [LEFT, TOP, RIGHT, 130], '#cccccc');
        fill(pdf, [95, 135, 170, 155], '#ffff00');
        fill(pdf, [170, 160, 250, 190], '#eeeeee');
      },
    ],
    [
      'the strips of a gradient',
      (pdf) => {
        for (let strip = 0; strip < 15; strip++)
          fill(pdf, [LEFT, TOP + 2 * strip, RIGHT, TOP + 2 * strip + 2.02], grey(200 + strip));
      },
    ],
    [
      'a gradient',
      (pdf) =>
        pdf
          .rect(LEFT, TOP, RIGHT - LEFT, 30)
          .fill(pdf.linearGradient(50, 100, 50, 130).stop(0, '#ccc').stop(1, '#eee')),
    ],
    ['shading that is a wide stroke', (pdf) => line(pdf.save().lineWidth(30), [LEFT, 115, RIGHT, 115], '#cccccc')],
    [
      'a pattern of dots',
      (pdf) => {
        for (let x = 92; x < 248; x += 3)
          for (let y = 102; y < 128; y += 3) fill(pdf, [x, y, x + 0.8, y + 0.8], '#bbbbbb');
      },
    ],
  ])('%s', async (_, draw) => {
    const drawn = await pdf((pdf) => {
      pdf.save();
      draw(pdf);
      pdf.restore().lineWidth(1).strokeOpacity(1);
      lines(pdf);
    });
    expect(await tablesIn(drawn)).toEqual([CELLS]);
  });

  test('a row of shaded headings alone parts no cells', async () => {
    const drawn = await pdf((pdf) => {
      for (const [x0, y0, x1, y1] of boxes.slice(0, 4)) fill(pdf, [x0 + 0.5, y0, x1 - 0.5, y1], '#9ab0d0');
    });
    expect(await tablesIn(drawn)).toEqual(await tablesIn(await pdf(() => {})));
  });
});
