/** Where the built pages are served while they are tested. */
export const port = Number(process.env.XIANJIAN_TEST_PORT ?? 4179)

/** The same pages under plain http on a name that is not localhost, as on an intranet. */
export const plainHost = 'intranet.test'
export const plainAddress = `http://${plainHost}:${String(port)}/`
