import type { ComponentType } from 'preact';
import type { FieldName } from '../issue/places.js';
import { DeadlinesEditor } from './deadlines-editor.js';
import { DepartmentsEditor } from './departments-editor.js';
import type { EditorProps } from './editor.js';
import { PathEditor } from './path-editor.js';
import { DocumentEditor, ExtraEditor, KeywordsEditor, NumberEditor, TitleEditor } from './plain-editors.js';
import { TargetsEditor } from './targets-editor.js';
import { TextEditor } from './text-editor.js';

/** How each field is edited; openEnded stands with the departments. */
export const EDITORS: Readonly<Record<FieldName, ComponentType<EditorProps>>> = {
  path: PathEditor,
  number: NumberEditor,
  title: TitleEditor,
  text: TextEditor,
  deadlines: DeadlinesEditor,
  departments: DepartmentsEditor,
  openEnded: DepartmentsEditor,
  targets: TargetsEditor,
  extra: ExtraEditor,
  keywords: KeywordsEditor,
  documentId: DocumentEditor,
};
