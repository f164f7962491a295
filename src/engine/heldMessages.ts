/**
 * Keeps the messages that come before anyone listens; a worker drops them otherwise. The function that
 * comes back delivers them, in their order and with their ports, and stops keeping.
 */
export function holdMessages(target: EventTarget): () => void {
  const held: MessageEvent<unknown>[] = []
  const hold = (event: Event) => {
    if (event instanceof MessageEvent) held.push(event)
  }
  target.addEventListener('message', hold)
  return () => {
    target.removeEventListener('message', hold)
    for (const { data, origin, ports } of held)
      target.dispatchEvent(new MessageEvent('message', { data, origin, ports: [...ports] }))
  }
}
