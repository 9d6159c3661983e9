package app.oddiya.domain.identity.account;

import java.util.Optional;

/// An address as a provider gave it. It is shown to its owner and used for nothing else.
///
/// @param value at most 254 characters with one `@` inside and no blank or control character; who
///     wants more has to send a letter there
public record EmailAddress(String value) {

  public static final int MAX_LENGTH = 254;

  public static final String FORM =
      "^[^@\\u0000-\\u0020\\u007F-\\u00A0]+@[^@\\u0000-\\u0020\\u007F-\\u00A0]+$";

  public EmailAddress {
    if (!isAcceptable(value)) {
      throw new IllegalArgumentException(
          "email: of " + value.length() + " characters (expected: local@domain, at most 254)");
    }
  }

  public static Optional<EmailAddress> parse(String text) {
    return isAcceptable(text) ? Optional.of(new EmailAddress(text)) : Optional.empty();
  }

  private static boolean isAcceptable(String text) {
    return text.length() <= MAX_LENGTH
        && text.matches(FORM)
        && text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  /// Leaves the address out, so that no log carries it.
  @Override
  public String toString() {
    return "EmailAddress[...]";
  }
}
