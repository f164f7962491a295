import { expect, test } from 'vitest'
import { shallowRef } from 'vue'
import { usePortions } from '@/ui/portions'

test('a list is shown in portions, to its end and in its order', () => {
  const items = shallowRef([1, 2, 3, 4, 5])
  const { shown, more } = usePortions(() => items.value, 2)

  expect(shown.value).toEqual([1, 2])
  more()
  expect(shown.value).toEqual([1, 2, 3, 4])
  more()
  expect(shown.value).toEqual([1, 2, 3, 4, 5])
  items.value = [7]
  expect(shown.value).toEqual([7])
})
