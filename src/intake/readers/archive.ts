import type { Finding } from '@/domain/finding'
import type { SourceFile } from '../document'
import { limits } from './limits'
import { ZipUnpacker, type ZipFault } from './zip/unpack'

export interface Archive {
  /** What was unpacked; the path begins with that of the archive. */
  readonly files: readonly SourceFile[]
  /** What was refused, by its path. */
  readonly findings: readonly Finding[]
  /** Bytes that further archives may still unpack. */
  readonly left: number
}

/** Left behind by operating systems and office programs; no data. */
const litter = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$|\._)/i

/**
 * The files of a zip, as far as they can be unpacked safely within `budget` bytes. Zips inside are
 * files like any other here.
 */
export function readArchive({ path, bytes }: SourceFile, budget: number): Archive {
  const zip = new ZipUnpacker(bytes, budget)
  if (zip.fault !== null) return { files: [], findings: [toFinding(zip.fault, path)], left: budget }
  const files: SourceFile[] = []
  const findings: Finding[] = []
  for (const entry of zip.entries) {
    if (entry.isFolder || litter.test(entry.path)) continue
    const unpacked = zip.unpack(entry)
    const inner = `${path}/${entry.path}`
    if ('fault' in unpacked) findings.push(toFinding(unpacked.fault, inner))
    else
      files.push({ name: entry.path.split('/').at(-1) ?? '', path: inner, bytes: unpacked.bytes })
  }
  return { files, findings, left: zip.left }
}

/** The file at a path inside an archive, or inside one in it; null where there is none. */
export function fileInArchive(
  archive: SourceFile,
  path: string,
  budget: number = limits.archiveBytes,
  depth = 0,
): SourceFile | null {
  if (depth >= limits.archiveDepth) return null
  const { files, left } = readArchive(archive, budget)
  const found = files.find((file) => file.path === path || path.startsWith(`${file.path}/`))
  if (found === undefined || found.path === path) return found ?? null
  return fileInArchive(found, path, left, depth + 1)
}

function toFinding(fault: ZipFault, file: string): Finding {
  const detail = 'reason' in fault ? { reason: fault.reason } : {}
  return { code: fault.code, severity: 'error', place: { file }, detail }
}
