/** What the bundler makes of files that are no scripts. */
declare module "*.html" {
  const source: string;
  export default source;
}
declare module "*.shadow.css" {
  const styles: string;
  export default styles;
}
declare module "*.css" {}
declare module "@fontsource/*" {}
declare module "@fontsource-variable/*" {}
