package app.oddiya.domain.identity.account;

/// What became of a wish to change a profile.
public sealed interface ProfileUpdate {

  record Done(User user) implements ProfileUpdate {}

  /// The profile is no longer the version that the wish was based on; nothing was changed.
  record Stale() implements ProfileUpdate {}

  record NoSuchUser() implements ProfileUpdate {}
}
