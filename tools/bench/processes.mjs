import { readFileSync, readdirSync } from 'node:fs'

/**
 * The largest amount of memory, in MB, that any page process of the browser with this profile has held
 * (`VmHWM`, workers included), or null on systems without /proc.
 */
export function peakOfPages(profile) {
  const processes = listProcesses()
  const main = processes.find(
    ({ command }) => command.includes(`--user-data-dir=${profile}`) && !command.includes('--type='),
  )
  if (!main) return null
  const family = new Set([main.id])
  for (let grown = true; grown;) {
    const before = family.size
    for (const { id, parent } of processes) if (family.has(parent)) family.add(id)
    grown = family.size > before
  }
  const peaks = processes
    .filter(({ id, command }) => family.has(id) && command.includes('--type=renderer'))
    .map(({ id }) => peakOf(id))
  return peaks.length > 0 ? Math.max(...peaks) : null
}

function listProcesses() {
  const ids = readable(() => readdirSync('/proc'), []).filter((name) => /^\d+$/.test(name))
  return ids.flatMap((id) =>
    readable(() => {
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ')
      const stat = readFileSync(`/proc/${id}/stat`, 'utf8')
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      return [{ id: Number(id), parent, command }]
    }, []),
  )
}

function peakOf(id) {
  const status = readable(() => readFileSync(`/proc/${id}/status`, 'utf8'), '')
  const peak = /VmHWM:\s+(\d+) kB/.exec(status)
  return peak ? Number(peak[1]) / 1024 : 0
}

/** Processes come and go while they are listed. */
function readable(read, otherwise) {
  try {
    return read()
  } catch {
    return otherwise
  }
}
