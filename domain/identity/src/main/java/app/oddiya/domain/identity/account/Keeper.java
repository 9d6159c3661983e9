package app.oddiya.domain.identity.account;

import java.util.Locale;

/// A service besides this one that keeps something of users.
public enum Keeper {
  /// Sessions, and what revokes a provider's own.
  AUTH("sessions"),
  PLAN("plans"),
  /// Jobs, uploads and films.
  VIDEO("videos");

  private final String what;

  Keeper(String what) {
    this.what = what;
  }

  /// As its siblings call the service: `auth`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What it keeps, in a word: the folder of an export.
  public String what() {
    return what;
  }
}
