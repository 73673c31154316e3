/**
 * A page that is written already. The server sends its text as it is: a body would be copied through two streams, which costs
 * more than looking the page's offers up. To everybody else it is a Response like any other.
 */
export class WrittenPage extends Response {
  constructor(
    readonly html: string,
    init: ResponseInit,
  ) {
    super(null, init);
  }

  override get body() {
    return new Response(this.html).body;
  }

  override async text(): Promise<string> {
    return this.html;
  }
}
