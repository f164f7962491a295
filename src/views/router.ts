import { createRouter, createWebHashHistory, type RouteRecordRaw, type Router } from 'vue-router'
import { useAnswerStore } from '@/stores/answers'
import { noteSeen } from '@/stores/seenLast'
import { readSentinel } from '@/stores/sentinelNote'
import { useStatusStore } from '@/stores/status'
import { pageInstead } from './shell/pageInstead'

const comparisons = () => import('./compare/CompareView.vue')
const overview = () => import('./overview/OverviewView.vue')

const pages: RouteRecordRaw[] = [
  {
    path: '/',
    component: () => import('./welcome/WelcomeView.vue'),
    meta: { title: '开始' },
  },
  {
    path: '/overview',
    component: overview,
    meta: { title: '总览', ofReports: true },
  },
  {
    path: '/view/:name(disclosure|outcomes|enforcement|fees)',
    component: comparisons,
    meta: { title: '', ofReports: true },
  },
  {
    path: '/unit/:id',
    component: () => import('./profile/ProfileView.vue'),
    meta: { title: '', ofReports: true },
  },
  {
    path: '/pair',
    component: () => import('./pair/PairView.vue'),
    meta: { title: '两两对照', ofReports: true },
  },
  {
    path: '/explore',
    component: () => import('./explore/ExploreView.vue'),
    meta: { title: '', ofReports: true },
  },
  {
    path: '/lookup',
    component: () => import('./lookup/LookupView.vue'),
    meta: { title: '反查', ofReports: true },
  },
  {
    path: '/summary',
    component: () => import('./summary/SummaryView.vue'),
    meta: { title: '汇总表', ofReports: true },
  },
  {
    path: '/change',
    component: () => import('./change/ChangeView.vue'),
    meta: { title: '变化解释', ofReports: true },
  },
  {
    path: '/health',
    component: () => import('./health/HealthView.vue'),
    meta: { title: '数据体检', ofReports: true },
  },
  {
    path: '/chain',
    component: () => import('./chain/ChainView.vue'),
    meta: { title: '链条', ofReports: true },
  },
  {
    path: '/import',
    component: () => import('./import/ImportView.vue'),
    meta: { title: '导入' },
  },
  {
    path: '/original',
    component: () => import('./original/OriginalView.vue'),
    meta: { title: '对照原件', fillsWindow: true },
  },
  {
    path: '/batches',
    component: () => import('./batches/BatchesView.vue'),
    meta: { title: '批次' },
  },
  {
    path: '/corrections',
    component: () => import('./corrections/CorrectionsView.vue'),
    meta: { title: '更正' },
  },
  {
    path: '/measures',
    component: () => import('./measures/MeasuresView.vue'),
    meta: { title: '自定义指标' },
  },
  {
    path: '/settings',
    component: () => import('./settings/SettingsView.vue'),
    meta: { title: '设置' },
  },
  {
    path: '/help',
    component: () => import('./help/HelpView.vue'),
    meta: { title: '帮助' },
  },
  {
    path: '/lost',
    component: () => import('./lost/LostView.vue'),
    meta: { title: '数据丢失' },
  },
  { path: '/:rest(.*)*', redirect: '/' },
]

declare module 'vue-router' {
  interface RouteMeta {
    /** Empty: the page names itself. */
    title: string
    /** It shows reports, and nothing where there are none. */
    ofReports?: true
    /** It scrolls within itself, so that the window has nothing to scroll. */
    fillsWindow?: true
  }
}

/** Pages by hash, so that any folder on any server will do. */
export function createPageRouter(): Router {
  const router = createRouter({
    history: createWebHashHistory(),
    routes: pages,
    scrollBehavior(to, from, saved) {
      // To scroll lays out what is being drawn, at once and as a whole.
      if (to.meta.fillsWindow === true) return false
      // Another choice on the same page stays where it was made.
      if (to.path === from.path && to.query['page'] === from.query['page']) return saved ?? false
      return saved ?? (from.matched.length > 0 ? { top: 0 } : false)
    },
  })
  // Where to go depends on what is stored: an empty store is welcomed, a lost one is told so.
  router.beforeEach(async (to) => {
    const store = useStatusStore()
    if (store.status === null && store.error === null) {
      fetchAhead(to.path)
      await store.load()
    }
    return pageInstead(to.path, store.status) ?? true
  })
  router.afterEach(noteSeen)
  return router
}

/** A page takes as long to fetch as the store takes to open: where it will be shown, both at once. */
function fetchAhead(path: string): void {
  const noted = readSentinel()
  const returns = path === '/' && noted !== null && noted.reports > 0
  const page = path.startsWith('/view/') ? comparisons : returns ? overview : null
  // A failure comes back when the page itself is opened, and is told there.
  const passOver = () => undefined
  page?.().catch(passOver)
  if (page === comparisons) {
    import('@/ui/chartLibrary').then(({ chartLibrary }) => chartLibrary).catch(passOver)
  }
  if (page !== null) useAnswerStore().loadCoverage().catch(passOver)
}
