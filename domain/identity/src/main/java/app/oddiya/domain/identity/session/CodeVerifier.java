package app.oddiya.domain.identity.session;

/// What a caller says hashes to the [CodeChallenge]. Any text may be said; one that RFC 7636 would
/// not allow is simply wrong, and a wrong one burns the code.
public record CodeVerifier(String value) {

  @Override
  public String toString() {
    return "CodeVerifier[...]";
  }
}
