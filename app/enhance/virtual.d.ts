/** The address of the enhancement script, with a hash of its content: "/assets/enhance-1a2b3c4d.js". */
declare module "virtual:enhance" {
  const url: string;
  export default url;
}
