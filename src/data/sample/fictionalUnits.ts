import type { Unit, UnitKind, UnitText } from '@/domain/unit'

/** A unit that exists nowhere, with what it called itself in its reports. */
export interface FictionalUnit {
  readonly unit: Unit
  /** From this report year on the present name and code hold; before it, the former ones. */
  readonly renamedIn: number | null
}

/** 示例市, above the twelve counties of the example and above every fictional county. */
export const exampleCity: Unit = fictional('990100', '示例市', 'city', null)

/**
 * The counties of 示例市. None exists (a test holds the names against the shipped divisions). One name
 * has twelve characters, as real autonomous counties have, and one county became a city in 2022.
 */
export const exampleCounties: readonly FictionalUnit[] = [
  county('990102', '云麓区'),
  county('990103', '岚汀区'),
  county('990121', '砚岭县'),
  county('990122', '禾浦县'),
  county('990123', '曲莲县'),
  county('990124', '望舒县'),
  county('990125', '汀榆县'),
  county('990126', '白芷县'),
  county('990127', '松屿县'),
  county('990129', '赤榆县'),
  county('990130', '望云岭彝族傣族佤族自治县'),
  {
    unit: {
      ...fictional('990181', '澄砚市', 'county', exampleCity.id),
      formerCodes: ['990128'],
      formerNames: ['澄砚县'],
    },
    renamedIn: 2022,
  },
]

/**
 * Any number of fictional counties: the twelve of the example first, then made-up names (`拟…`). Codes
 * run out after some ten thousand units; from there on units are known by their names alone.
 */
export function fictionalCounty(index: number): FictionalUnit {
  const known = exampleCounties[index]
  if (known) return known

  const number = index - exampleCounties.length
  const code = number < 9_700 ? String(990_200 + number) : null
  const id = uuid(code ?? String(number + 1_000_000))
  return {
    unit: { ...fictional(code ?? '', inventedName(number), 'county', exampleCity.id), id, code },
    renamedIn: null,
  }
}

/** What the unit called itself in the report of this year. */
export function unitTextIn(year: number, { unit, renamedIn }: FictionalUnit): UnitText {
  const former = renamedIn !== null && year < renamedIn
  const code = former ? unit.formerCodes[0] : unit.code
  const name = former ? unit.formerNames[0] : unit.name
  return { code: code ?? '', name: name ?? unit.name }
}

const syllables = '安柏苍澄川淳岱东枫丰皋谷禾鹤泓湖槐嘉金菁昆兰澜莲临麓梅宁盘平浦青清泉榕桑松潭溪杏'

/** `拟` + three characters + 县, different for every number below 40³. */
function inventedName(number: number): string {
  const size = syllables.length
  const digits = [Math.floor(number / size / size), Math.floor(number / size), number]
  const characters = digits.map((digit) => syllables.charAt(digit % size))
  return `拟${characters.join('')}县`
}

function county(code: string, name: string): FictionalUnit {
  return { unit: fictional(code, name, 'county', exampleCity.id), renamedIn: null }
}

function fictional(code: string, name: string, kind: UnitKind, parent: string | null): Unit {
  return { id: uuid(code), code, name, kind, parent, formerCodes: [], formerNames: [] }
}

/** The same unit has the same id on every machine, and it has the shape of a user's own unit. */
function uuid(digits: string): string {
  return `00000000-0000-4000-8000-${digits.padStart(12, '0')}`
}
