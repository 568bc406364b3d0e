/** What the bundler makes of files that are no scripts. */
declare module "*.html" {
  const source: string;
  export default source;
}
declare module "*.shadow.css" {
  const styles: string;
  export default styles;
}
/** The part of the page layer that runs in a worker, as a script. */
declare module "hamish:worker" {
  export const workerSource: string;
}
declare module "*.css" {}
declare module "@fontsource/*" {}
declare module "@fontsource-variable/*" {}
