/** Files that one drop may bring; folders beyond it are not walked to their end. */
export const MAX_DROPPED_FILES = 1000

export interface DroppedFiles {
  readonly files: readonly File[]
  /** True when there were more than `MAX_DROPPED_FILES`: none of the rest is in `files`. */
  readonly truncated: boolean
}

/**
 * Whether files are being dragged, and not text or a link.
 */
export function carriesFiles(transfer: Pick<DataTransfer, 'types'> | null): boolean {
  return transfer?.types.includes('Files') ?? false
}

/**
 * All files of a drop, folders walked through, in the order of their paths. A file of a folder keeps
 * its path as its name. System files (`.DS_Store`, `~$…`, `Thumbs.db`) are passed over.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<DroppedFiles> {
  // Entries must be taken before the first await: afterwards the browser empties the transfer.
  const entries = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null)
  const plain = [...transfer.files]
  if (entries.length === 0) return limited(plain)
  const found: File[] = []
  for (const entry of entries) await walk(entry, found)
  return limited(found)
}

/** Files chosen in a dialog; those of a chosen folder get their path as their name. */
export function chosenFiles(list: Iterable<File>): DroppedFiles {
  return limited(
    [...list].map((file) =>
      file.webkitRelativePath === '' ? file : withName(file, file.webkitRelativePath),
    ),
  )
}

/** Whether a file is one that systems and office programs leave lying about. */
export function isSystemFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return (
    name.startsWith('.') || name.startsWith('~$') || /^(?:thumbs\.db|desktop\.ini)$/i.test(name)
  )
}

function limited(files: readonly File[]): DroppedFiles {
  // One for all: each comparison of names alone would make its own.
  const { compare } = new Intl.Collator('zh-CN', { numeric: true })
  const wanted = files
    .filter((file) => !isSystemFile(file.name))
    .toSorted((a, b) => compare(a.name, b.name))
  return {
    files: wanted.slice(0, MAX_DROPPED_FILES),
    truncated: wanted.length > MAX_DROPPED_FILES,
  }
}

async function walk(entry: FileSystemEntry, found: File[]): Promise<void> {
  // One more than allowed is enough to know that there are too many.
  if (found.length > MAX_DROPPED_FILES) return
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject)
    })
    const path = entry.fullPath.replace(/^\//, '')
    if (!isSystemFile(path)) found.push(path === file.name ? file : withName(file, path))
  } else if (isDirectory(entry)) {
    for (const child of await children(entry)) await walk(child, found)
  }
}

/** A directory is handed out in portions of a hundred; an empty one is the end. */
async function children(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (portion.length === 0) return all
    all.push(...portion)
  }
}

/** The same bytes under another name; nothing is read for it. */
function withName(file: File, name: string): File {
  return new File([file], name, { type: file.type, lastModified: file.lastModified })
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
