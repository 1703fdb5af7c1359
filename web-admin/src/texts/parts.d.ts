declare module "*?part=first" {
  const texts: Record<string, string>;
  export default texts;
}
declare module "*?part=rest" {
  const texts: Record<string, string>;
  export default texts;
}
