import { onBeforeUnmount, onMounted } from 'vue'
import { pastedText } from '@/intake/readers/pastedFile'
import { fileTimeText } from '@/wording/timeText'

/** Makes a file of every range that is pasted on the page, but not of what is pasted into a field. */
export function usePaste(take: (file: File) => void): void {
  function paste(event: ClipboardEvent): void {
    if (
      event.target instanceof HTMLElement &&
      event.target.matches('input, textarea, [contenteditable]')
    )
      return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const html = event.clipboardData?.getData('text/html') ?? ''
    if (text.trim() === '' && html === '') return
    event.preventDefault()
    take(new File([pastedText({ text, html })], `粘贴 ${fileTimeText(Date.now())}.json`))
  }
  onMounted(() => {
    window.addEventListener('paste', paste)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('paste', paste)
  })
}
