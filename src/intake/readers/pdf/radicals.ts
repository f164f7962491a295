/**
 * Signs of the block “CJK Radicals Supplement” that stand for whole characters, and these characters
 * (Unicode, EquivalentUnifiedIdeograph). The other blocks of look-alikes are folded by NFKC.
 */
const radicals =
  '⺟母⺠民⺧牛⺩王⺬示⺶羊⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟'

const characters = new Map(
  Array.from(radicals.matchAll(/(.)(.)/gu), ([, radical = '', character = '']) => [
    radical,
    character,
  ]),
)

const LOOK_ALIKES = /[\u2e80-\u2fdf\uf900-\ufaff]/gu

/**
 * The characters that were meant. Fonts draw some characters and the radicals they come from with one
 * picture, and then a PDF gives back the radical: ⼈⺠ for 人民.
 */
export function withoutRadicals(text: string): string {
  return text.replace(LOOK_ALIKES, (sign) => characters.get(sign) ?? sign.normalize('NFKC'))
}
