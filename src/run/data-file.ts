import { homedir } from 'node:os'
import { join } from 'node:path'

export type Environment = Readonly<Record<string, string | undefined>>

/** Where the platform keeps data of programs. */
export const dataFolder = (
  environment: Environment,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string => {
  if (platform === 'win32') return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Aktenlage')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Aktenlage')
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'aktenlage')
}

/** `--db`, else `$AKTENLAGE_DB`, else the platform's data folder. */
export const dataFile = (given: string | undefined, environment: Environment): string =>
  given ?? (environment.AKTENLAGE_DB || join(dataFolder(environment), 'aktenlage.sqlite'))
