package app.oddiya.domain.identity.account;

/// What makes an account one account: a provider and its name for the person. An e-mail address
/// never does: two identities with one address are two accounts.
///
/// @param providerId the provider's `sub`, 1..255 printable ASCII characters (OpenID Connect Core
///     1.0, section 2)
public record Identity(Provider provider, String providerId) {

  public static final String PROVIDER_ID_FORM = "^[ -~]{1,255}$";

  public Identity {
    if (!providerId.matches(PROVIDER_ID_FORM)) {
      throw new IllegalArgumentException(
          "providerId: of "
              + providerId.length()
              + " characters (expected: 1..255 printable ASCII characters)");
    }
  }

  /// Leaves the person out: a log may name the provider, not the subject.
  @Override
  public String toString() {
    return "Identity[" + provider.code() + "]";
  }
}
