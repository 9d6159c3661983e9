package app.oddiya.adapters.web.json;

/// A text that is not I-JSON (RFC 7493). The message says what and where in words of ours.
public final class MalformedJson extends Exception {

  private static final long serialVersionUID = 1L;

  public MalformedJson(String message) {
    super(message);
  }
}
