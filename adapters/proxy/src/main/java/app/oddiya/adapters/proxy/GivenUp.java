package app.oddiya.adapters.proxy;

/// Why the gateway itself ended a request that was on its way.
final class GivenUp extends Exception {

  private static final long serialVersionUID = 1L;

  enum Why {
    CLIENT_LEFT,
    BODY_TOO_LONG,
    BODY_BROKEN,
    BODY_TOO_SLOW,
    READER_TOO_SLOW,
    MALFORMED_ANSWER
  }

  private final Why why;

  GivenUp(Why why) {
    // It is thrown at nobody, so where it was made is of no interest.
    super(why.toString(), null, false, false);
    this.why = why;
  }

  Why why() {
    return why;
  }
}
