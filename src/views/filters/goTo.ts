import type { LocationQueryRaw, Router } from 'vue-router'

/**
 * Puts a choice into the address bar. Another chart or subject (`steps`: the names of such choices) is a
 * step that 后退 takes back; a filter only adjusts what is shown, and a page is left without undoing
 * every one of them.
 */
export function goTo(
  router: Router,
  query: LocationQueryRaw,
  patch: object,
  steps: readonly string[],
): void {
  const isStep = Object.keys(patch).some((name) => steps.includes(name))
  void (isStep ? router.push({ query }) : router.replace({ query }))
}
