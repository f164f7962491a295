import type { Scope } from './report'
import type { Unit } from './unit'

/** The peoples in the names of autonomous areas, longest first where one begins another. */
const PEOPLES =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺'
const PEOPLE_SUFFIX = new RegExp(`(?:(?:${PEOPLES})族|各族)+$`, 'u')
/** 新疆, 伊犁, 木垒 … write some peoples without 族. */
const BARE_PEOPLE_SUFFIX = /(?:维吾尔|哈萨克|蒙古|柯尔克孜|塔吉克|锡伯|达斡尔)+$/u

const LAST_WORD = /(?:特别行政区|地区|(?<=神农架)林区|(?<=六枝)特区|(?<=..)新区|[省市县区旗盟])$/u

const GOVERNMENT =
  /(?:人民)?政府(?:办公室|办公厅|办)?$|行政公署(?:办公室)?$|(?<=[县区市旗省州盟])府办$/u
const OFFICE = /政府(?:办公室|办公厅|办)$|(?<=[县区市旗省州盟])府办$/u
const REMARK = /\((?:本级|汇总|全[县区市旗])\)$/u

/** Signs that lead from a name to a note. */
const NOTE_SIGNS = /^[*△▲☆★※]+|[*△▲☆★※]+$/gu

/** White space, invisible characters and signs of notes gone, full-width forms folded. */
function tidy(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(NOTE_SIGNS, '')
}

/** The name of the area that a government's name speaks of: `汉阴县人民政府办公室` → `汉阴县`. */
export function areaName(name: string): string {
  return tidy(name).replace(REMARK, '').replace(GOVERNMENT, '')
}

/** `office` where the name is that of a government's office (…政府办公室), else null: nothing is said. */
export function scopeHint(name: string): Scope | null {
  return OFFICE.test(tidy(name).replace(REMARK, '')) ? 'office' : null
}

/** A way of writing a unit's name that is not its full name. */
export interface ShortName {
  readonly name: string
  readonly by: 'shortName' | 'alias'
}

/**
 * Other ways to write a division's name: without the last word (`汉阴`), of an autonomous area without
 * its people (`玉屏`) and with the plain word (`玉屏县`, `凉山州`). One character alone is no name.
 */
export function shortNames(name: string, kind: Unit['kind']): readonly ShortName[] {
  const plain = plainSuffix(kind, name)
  const autonomous = /自治[区州县旗]$/u.test(name)
  const stem = stemOf(name, autonomous)
  if (stem.length < 2 || stem === name) return []
  const short: ShortName = { name: stem, by: 'shortName' }
  return autonomous && plain !== '' ? [short, { name: stem + plain, by: 'alias' }] : [short]
}

function plainSuffix(kind: Unit['kind'], name: string): string {
  if (kind === 'province') return ''
  if (kind === 'city') return '州'
  return name.endsWith('旗') ? '旗' : '县'
}

function stemOf(name: string, autonomous: boolean): string {
  if (!autonomous) return name.replace(LAST_WORD, '')
  const area = name.replace(/自治[区州县旗]$/u, '')
  const stem = area.replace(PEOPLE_SUFFIX, '').replace(BARE_PEOPLE_SUFFIX, '')
  // 东乡族自治县 is named after its people alone; 内蒙古 is a name, not an area of a people.
  return stem.length < 2 ? area.replace(/族$/u, '') : stem
}
