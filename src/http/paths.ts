/** Whether a URL is one of the API's, which need the database and are counted. */
export function isApi(url: string): boolean {
  return /^\/api(?:[/?]|$)/.test(url);
}
