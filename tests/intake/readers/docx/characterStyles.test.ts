import { expect, test } from 'vitest'
import { asideStyles } from '@/intake/readers/docx/characterStyles'

const HIDES = '<w:vanish/>'

function style(id: string, based: string, properties = ''): string {
  return `<w:style w:type="character" w:styleId="${id}"><w:basedOn w:val="${based}"/><w:rPr>${properties}</w:rPr></w:style>`
}

test('a style hides what the nearest of those says that it is based on, however far', () => {
  const styles = [
    style('A', 'Default', HIDES),
    style('B', 'A'),
    style('C', 'B'),
    style('D', 'C', '<w:strike/>'),
    style('E', 'Default'),
  ]
  expect([...asideStyles(styles.join(''))]).toEqual([
    ['A', HIDES],
    ['B', HIDES],
    ['C', HIDES],
    ['D', '<w:strike/>'],
  ])
})

test('styles that are based on each other in a circle say nothing', () => {
  expect(asideStyles(style('A', 'B') + style('B', 'A')).size).toBe(0)
})
