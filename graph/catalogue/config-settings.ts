import type { Attribute } from '../model/model.ts'
import { setting } from './setting.ts'

/** The file that makes a folder a catalogue. */
export const configFile = 'tributary.config.yaml'

/** The settings of `tributary.config.yaml`, for its documentation and its reader. `rules` is read apart: its keys are rules. */
export const configSettings: readonly Attribute[] = [
  setting('name', 'Name of the catalogue in sources: a word. Left out: the folder’s name.'),
  setting('title', 'What people call the catalogue. Left out: its name.'),
  setting(
    'extends',
    'Layers below this one, lowest first: built-in ones by name (itil4), others by folder (../group).',
    true,
  ),
  setting('without', 'Ids of items of lower layers that don’t apply here.', true),
  setting('ignore', 'Files and folders beside this file that are no part of the catalogue.', true),
  setting(
    'system',
    'For a layer that was imported: the system that states what it holds. Relations of several systems are united.',
  ),
  setting('plugins', 'Files with rules of your own, from this folder: plugins/no-orphans.js. They are run.', true),
]

/** The settings under `site`. */
export const siteSettings: readonly Attribute[] = [
  setting('title', 'Title of the site. Left out: the catalogue’s.'),
  setting('url', 'Where it is published: https://catalogue.example.org.', false, 'URL'),
  setting('base', 'The path below that address: /itsm/. Left out: /.'),
  setting('locale', 'Language of the interface: en or de. Left out: en.'),
  setting('languages', 'Sites of the same catalogue in other languages: {de: https://catalogue.example.org/de/}.'),
  setting(
    'edit',
    'Where a file is edited, with {file} and {line}: https://git.example.org/acme/edit/main/{file}#L{line}.',
  ),
  setting('suggest', 'Where an improvement is suggested, with {id}, {name} and {url}: an issue tracker’s address.'),
]

/** The settings under `calendar`. */
export const calendarSettings: readonly Attribute[] = [
  setting('hoursPerDay', 'Hours of a working day. Left out: 8.', false, 'Float'),
  setting('daysPerWeek', 'Days of a working week. Left out: 5.', false, 'Float'),
]
