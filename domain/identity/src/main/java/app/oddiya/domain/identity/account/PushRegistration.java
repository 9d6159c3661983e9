package app.oddiya.domain.identity.account;

/// What the push service made of a device's token.
public sealed interface PushRegistration {

  record Accepted(PushEndpoint endpoint) implements PushRegistration {}

  /// The token is none that the platform could have given out.
  record InvalidToken() implements PushRegistration {}
}
