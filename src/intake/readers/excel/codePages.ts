/** Windows code pages by the names that the platform knows them by. */
const names: ReadonlyMap<number, string> = new Map([
  [936, 'gb18030'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [1201, 'utf-16be'],
  [1250, 'windows-1250'],
  [1251, 'windows-1251'],
  [1252, 'windows-1252'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
])

type Bytes = string | readonly number[] | Uint8Array

/**
 * What the spreadsheet library asks of its own tables of code pages, answered by the platform: old
 * reporting systems still write Excel 5.0 files with texts in GBK.
 */
export const codePages = {
  utils: {
    hascp: (page: number): boolean => names.has(page),
    decode: (page: number, data: Bytes): string => {
      const bytes =
        typeof data === 'string'
          ? Uint8Array.from(data, (character) => character.charCodeAt(0))
          : Uint8Array.from(data)
      return new TextDecoder(names.get(page) ?? 'windows-1252', { ignoreBOM: true }).decode(bytes)
    },
  },
}
