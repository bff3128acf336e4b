declare module "edtf" {
  /** Parses EDTF; throws on anything it cannot read. */
  export default function parse(text: string): unknown;
}
