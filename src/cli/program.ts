import { Command, Option } from 'commander';
import { DEFAULT_FORMATS } from '../batch/names.js';
import { defaultJobs } from '../batch/pool.js';
import { INSPECT_STAGES, type InspectStage } from '../inspect.js';
import { LANGUAGES, type Language } from '../messages.js';
import { OUTPUT_SCRIPTS } from '../model/script.js';
import { type ConvertCommandOptions, convertCommand } from './convert.js';
import { formatsNamed } from './formats.js';
import { HELP, helpTitle } from './help.js';
import { inspectCommand } from './inspect.js';
import { portNumber, type ReadingOptions, readingOptions, wholeNumber } from './reading.js';
import type { ReviewCommandOptions } from './review.js';
import { schemaCommand } from './schema.js';

/**
 * The command line of gongbao. Wrong use and help end in a CommanderError; whatever a command returns is the exit status,
 * handed to `done`.
 */
export function createProgram(language: Language, version: string, done: (status: number) => void): Command {
  const program = new Command('gongbao')
    .description(HELP.program[language])
    .version(version, '-V, --version', HELP.version[language])
    .helpOption('-h, --help', HELP.help[language])
    .helpCommand('help [command]', HELP.helpCommand[language])
    .addOption(new Option('--lang <lang>', HELP.lang[language]).choices(LANGUAGES))
    .exitOverride()
    // The message is printed by whoever catches the CommanderError, in one line and in the language of the user.
    .configureOutput({ outputError: () => {} })
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => helpTitle(title, language) });

  program
    .command('convert')
    .description(HELP.convert[language])
    .argument('[inputs...]', HELP.convertInputs[language])
    .option('--out <dir>', HELP.convertOut[language], 'output')
    .addOption(
      new Option('--format <formats>', HELP.convertFormat[language])
        .default(DEFAULT_FORMATS, DEFAULT_FORMATS.join(','))
        .argParser(formatsNamed),
    )
    .addOption(new Option('--script <script>', HELP.convertScript[language]).choices(OUTPUT_SCRIPTS))
    .addOption(new Option('--jobs <n>', HELP.jobs[language]).default(defaultJobs()).argParser(wholeNumber))
    .option('--force', HELP.force[language])
    .option('--watch', HELP.watch[language])
    .option('--quiet', HELP.quiet[language])
    .option('--json', HELP.json[language])
    .option('--no-keywords', HELP.convertNoKeywords[language])
    .addHelpText('after', HELP.convertNotes[language])
    .action(async (inputs: string[], options: ConvertCommandOptions) =>
      done(await convertCommand(inputs, options, language, version)),
    );

  program
    .command('review')
    .description(HELP.review[language])
    .argument('[dir]', HELP.reviewDir[language], 'output')
    .addOption(new Option('--port <n>', HELP.port[language]).default(0).argParser(portNumber))
    .option('--no-open', HELP.noOpen[language])
    .action(async (dir: string, options: ReviewCommandOptions) => {
      const { reviewCommand } = await import('./review.js');
      done(await reviewCommand(dir, options, language));
    });

  program
    .command('inspect')
    .description(HELP.inspect[language])
    .argument('<file>', HELP.inspectFile[language])
    .addOption(new Option('--stage <stage>', HELP.inspectStage[language]).choices(INSPECT_STAGES).makeOptionMandatory())
    .action(async (file: string, options: { stage: InspectStage } & ReadingOptions) =>
      done(await inspectCommand(file, options, language)),
    );
  for (const name of ['convert', 'inspect']) {
    const command = program.commands.find((some) => some.name() === name);
    for (const option of readingOptions(language)) command?.addOption(option);
  }

  program
    .command('schema')
    .description(HELP.schema[language])
    .action(() => done(schemaCommand()));

  return program;
}
