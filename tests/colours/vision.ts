/** Red, green and blue from 0 to 1, in linear light. */
type Linear = readonly [red: number, green: number, blue: number]
type Lab = readonly [lightness: number, a: number, b: number]

export const visions = ['normal', 'protan', 'deutan', 'tritan', 'grey'] as const
export type Vision = (typeof visions)[number]

/**
 * Machado, Oliveira and Fernandes, “A Physiologically-based Model for Simulation of Color Vision
 * Deficiency”, IEEE TVCG 15(6), 2009, table 1: severity 1.0, over linear RGB.
 */
const machado: Readonly<Record<'protan' | 'deutan' | 'tritan', readonly Linear[]>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** How a colour (`#rrggbb`) is seen, in CIELAB under D65. */
export function seenAs(colour: string, vision: Vision): Lab {
  const linear = linearOf(colour)
  if (vision === 'normal') return labOf(linear)
  if (vision === 'grey') {
    const light = dot([0.2126, 0.7152, 0.0722], linear)
    return labOf([light, light, light])
  }
  const [red, green, blue] = machado[vision].map((row) => clipped(dot(row, linear)))
  return labOf([red ?? 0, green ?? 0, blue ?? 0])
}

/**
 * CIEDE2000 colour difference with all weights 1 (Sharma, Wu and Dalal, “The CIEDE2000 Color-Difference
 * Formula”, Color Research and Application 30(1), 2005).
 */
export function difference([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const meanC7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7
  const g = 0.5 * (1 - Math.sqrt(meanC7 / (meanC7 + 25 ** 7)))
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)]
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)]
  const [h1, h2] = [hue(p1, b1), hue(p2, b2)]
  const turn = c1 * c2 === 0 ? 0 : ((h2 - h1 + 540) % 360) - 180
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn / 2))
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2]
  const h = c1 * c2 === 0 ? h1 + h2 : meanHue(h1, h2)
  const t =
    1 -
    0.17 * Math.cos(radians(h - 30)) +
    0.24 * Math.cos(radians(2 * h)) +
    0.32 * Math.cos(radians(3 * h + 6)) -
    0.2 * Math.cos(radians(4 * h - 63))
  const sL = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2)
  const [sC, sH] = [1 + 0.045 * c, 1 + 0.015 * c * t]
  const rotation =
    -Math.sin(radians(60 * Math.exp(-(((h - 275) / 25) ** 2)))) *
    2 *
    Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7))
  const [dL, dC, dh] = [(l2 - l1) / sL, (c2 - c1) / sC, dH / sH]
  return Math.sqrt(dL ** 2 + dC ** 2 + dh ** 2 + rotation * dC * dh)
}

/** The smallest difference between any two of the colours, as one vision sees them. */
export function leastDifference(colours: readonly string[], vision: Vision): number {
  const seen = colours.map((colour) => seenAs(colour, vision))
  return Math.min(
    ...seen.flatMap((one, place) => seen.slice(place + 1).map((other) => difference(one, other))),
  )
}

function linearOf(colour: string): Linear {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return [red, green, blue]
}

/** sRGB to CIE XYZ (IEC 61966-2-1), then to CIELAB. */
function labOf(linear: Linear): Lab {
  const x = lightness(dot([0.4124564, 0.3575761, 0.1804375], linear) / 0.95047)
  const y = lightness(dot([0.2126729, 0.7151522, 0.072175], linear))
  const z = lightness(dot([0.0193339, 0.119192, 0.9503041], linear) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function lightness(share: number): number {
  return share > 216 / 24389 ? Math.cbrt(share) : (24389 / 27 / 116) * share + 16 / 116
}

function dot([a, b, c]: Linear, [x, y, z]: Linear): number {
  return a * x + b * y + c * z
}

function clipped(value: number): number {
  return Math.min(1, Math.max(0, value))
}

function hue(a: number, b: number): number {
  return a === 0 && b === 0 ? 0 : (Math.atan2(b, a) * (180 / Math.PI) + 360) % 360
}

function meanHue(h1: number, h2: number): number {
  if (Math.abs(h1 - h2) <= 180) return (h1 + h2) / 2
  return (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
