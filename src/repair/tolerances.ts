/** Tolerances of the repair stage, unit in the name: em is the glyph's own font size, pt a point. */

/** Glyphs whose baselines differ less stand on one line. */
export const SAME_BASELINE_EM = 0.35;
/** A wider gap ends a segment: nothing is said yet about whether the line goes on. */
export const SEGMENT_GAP_EM = 1.2;
/** Glyphs drawn one after the other may overlap this far and still be one segment (kerning, doubled quotes). */
export const SEGMENT_OVERLAP_EM = 0.6;
/** Between Latin letters, a gap this wide is a space even where the file prints none. */
export const LATIN_SPACE_EM = 0.2;
/** Running heads and page numbers stand within this part of the page's height from its edges. */
export const MARGIN_PART = 0.13;
/** A running head stands at the same height on each page, up to this. */
export const SAME_HEIGHT_PT = 4;
/** Lines of text are at most so far apart; what a page of few lines shows is not their distance. */
export const WIDEST_PITCH_EM = 2;
/** A running head stands further from the text than its lines from each other, by this factor, or is set in another size. */
export const APART_PART = 1.2;
export const OTHER_SIZE_PART = 0.1;
/** The white strip between two columns is at least this wide. */
export const GUTTER_PT = 6;
/** Lines on both sides of a strip before it counts as a gutter. */
export const GUTTER_LINES = 3;
/** Of the lines of a column, this part may reach over the gutter (headings over both columns). */
export const GUTTER_CROSSED_PART = 0.5;
/** Rules closer than this are one drawn line. */
export const SAME_RULE_PT = 2;
/** A line that runs out of its table begins this near below it. */
export const OVERFLOW_EM = 0.7;
/** Shorter rules are underlines, not those of a table without vertical ones. */
export const LONG_RULE_PT = 150;
/** A table without vertical rules has so many horizontal ones over its whole width. */
export const HALF_RULED_LINES = 3;
/** The white between two columns without a rule is at least this wide. */
export const COLUMN_GAP_PT = 4;
/** Punctuation at least this wide is full-width: at least this part of it, on its open side, is white. */
export const WIDE_MARK_EM = 0.8;
export const MARK_WHITE_PART = 0.3;
/** No row and no column of text is thinner: two grid lines nearer than this are one. */
export const THINNEST_CELL_PT = 4;
/** On two pages, borders differing by less than this part of the narrower column beside them stand at one place. */
export const SAME_COLUMN_PART = 0.25;
/** A rule may stop this short of the one it meets. */
export const RULE_JOINT_PT = 3;
/** A diagonal ends this near to a corner or side of its cell. */
export const DIAGONAL_END_PT = 3;
/** An edge between two grid squares is drawn when this part of it is. */
export const EDGE_DRAWN_PART = 0.6;
/** A line this much shorter than its neighbours ends its paragraph. */
export const SHORT_LINE_EM = 2.6;
/** Justification widens a full line by less than this factor. */
export const STRETCH = 1.15;
/** A line starting this far right of its column's edge starts a paragraph. */
export const INDENT_EM = 1.5;
/** A line nearer to its column's edge stands at the edge. */
export const FLUSH_EM = 0.6;
/** Where this part of a page's lines stands at the edge, indents mean something. */
export const FLUSH_PART = 0.2;
/** First lines are indented by less than this; what stands further in is set otherwise (signatures, lists). */
export const WIDEST_INDENT_EM = 4;
/** A line with less white than this at its end is full. */
export const FULL_LINE_EM = 1;
/** Lines whose beginnings differ by less are indented alike. */
export const SAME_INDENT_EM = 0.5;
/** The middle of a centred line is this near to the middle of its column or page. */
export const CENTRED_PT = 12;
/** Above a title in one column, this much white over all columns begins a band. */
export const BAND_WHITE_EM = 1;
/** A title is set larger than the text by this factor at least. */
export const TITLE_SIZE_PART = 1.15;
/** White on each side of a centred line, as a part of its column's width: more than the indent of a paragraph. */
export const CENTRED_WHITE_PART = 0.15;
/** A frame that holds more than this part of a page's text on most pages is the page's, no box (专栏). */
export const FRAME_PART = 0.8;
/** The title of a box has as much white on both sides, up to this. */
export const BOX_TITLE_PT = 2;
/** The first line of a paragraph is indented by two characters (GB/T 9704—2012, 7.3.3), give or take the next. */
export const FIRST_LINE_EM = 2;
export const FIRST_LINE_OFF_EM = 0.03;
/** Text turned by more than this against the page is a watermark. */
export const OBLIQUE_DEGREES = 3;
/** A page whose text runs one way to this part, not level, is turned for reading. */
export const TURNED_PART = 0.8;
/** Characters set one below the other follow at these distances, in one column up to the last: lines are further apart. */
export const TIGHTEST_PITCH_EM = 0.7;
export const STACKED_EM = 1.3;
export const STACKED_OFF_EM = 0.2;
/** Text lighter than this (1 is white), or larger than the text by this factor, may be a watermark: where it comes again on
 * this part of the pages, or is both. */
export const LIGHT_FROM = 0.75;
export const WATERMARK_PAGES_PART = 0.5;
export const WATERMARK_SIZE_PART = 2.5;
/** Smaller pictures are ornaments, seals and logos, not pictures of text: a part of the page's width, and a height. */
export const PICTURE_WIDTH_PART = 0.3;
export const PICTURE_HEIGHT_PT = 48;
/** Where a line of a cell leaves this much room, it was ended on purpose. */
export const CELL_ROOM_EM = 1.5;
/** Where all lines of a box are indented, its text begins this far from the frame. */
export const BOX_PADDING_EM = 0.5;
/** Headings of a list side by side: characters of one at most, columns at least, lines of all at most. */
export const HEADING_CHARACTERS = 12;
export const HEADING_COLUMNS = 3;
export const HEADING_LINES = 6;
/** Headings that fill their columns are parted by a gap this wide. */
export const HEADING_GAP_EM = 0.5;
/** Lines of headings, and those of a section row, follow one another this closely. */
export const HEADING_PITCH_EM = 1.9;
/** A list without rules ends above a gap this wide, from baseline to baseline. */
export const LIST_GAP_EM = 4.5;
/** Lines of a cell are never further apart: without rules, what is further apart stands in two cells. */
export const WIDEST_CELL_PITCH_EM = 1.95;
/** Nor are they further apart than most of the list's, by this factor. */
export const ROW_PITCH_PART = 1.2;
/** Between the last line of a row and the first one of the next, from baseline to baseline, at most where neither is
 * taller than its text. */
export const ROW_GAP_EM = 3;
/** Cells of a row begin at one height, or have their middles at one, give or take this. */
export const ALIGNED_EM = 0.35;
/** The middle of a merged cell's text is this near to the middle of its rows. */
export const MERGED_OFF_EM = 0.8;
/** The middle of a line stands this far above its baseline. */
export const TEXT_MIDDLE_EM = 0.38;
/** A page goes on with the list of the page before if it has so many lines with text in several columns, and this part of
 * its text within them. */
export const LIST_ROWS = 2;
export const LIST_PART = 0.8;
/** Rules this near above or below the text of a list are its own. */
export const LIST_RULE_PT = 8;
/** In a text, lines whose widths differ by less are of one width. */
export const SAME_WIDTH_EM = 0.6;
/** Latin letters are half an em wide, up to so much for each in a line: i and m differ. */
export const LETTER_UNCERTAIN_EM = 0.06;
/** A column of a text is as wide as many lines are: a width counts where it is so frequent beside the most frequent one. */
export const USUAL_WIDTH_PART = 0.3;
/** No column is so wide when more lines are wider than these, and than this part of all. */
export const WIDER_LINES = 3;
export const WIDER_PART = 0.2;
/** The width of a column is looked for among so many lines, and as many before and after them. */
export const MEASURE_LINES = 40;
/** Columns of a text that stand side by side have so many spaces between them, in so many lines at least. */
export const SIDE_BY_SIDE_GAP = 2;
export const SIDE_BY_SIDE_LINES = 4;
/** A page whose empty lines stand within sentences: so many, and this part of them. */
export const MIXED_LINES = 3;
export const MIXED_PART = 0.3;
/** Running heads of a text are among so many lines at the top and bottom of its pages, and on this part of them. */
export const HEAD_LINES = 3;
export const HEAD_PAGES_PART = 0.4;
/** Where no rule ends a row at the end of a page, the row ends this far from its text. */
export const CELL_PADDING_EM = 0.4;
/** What is indented by so many spaces is set in the middle or to the right. */
export const TITLE_INDENT = 8;
/** Columns of a table that is no list are this far apart: 张　三 is one name. */
export const PLAIN_GAP_EM = 1.1;
/** This part of its rows has text in several columns. */
export const PLAIN_ROWS_PART = 0.6;
/** So many full lines of a column are running text, no cells. */
export const TEXT_LINES = 4;
/** No column of running text is narrower. */
export const NARROWEST_TEXT_EM = 10;
/** Cells side by side are a table without rules from so many rows. */
export const ALIGNED_ROWS = 3;
/** Rows stand further apart than the lines of a cell by this factor, and at least this part of all lines does. */
export const CELL_PITCH_PART = 1.1;
export const ROWS_PART = 0.3;
