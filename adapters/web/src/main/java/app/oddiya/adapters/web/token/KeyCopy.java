package app.oddiya.adapters.web.token;

import java.time.Instant;
import java.util.Optional;

/// A place outside this process where the issuer's keys are kept, for a process that starts while
/// the issuer is away. It may lose them at any time, and is believed no more than the issuer is.
public interface KeyCopy {

  /// Keys as they were fetched once.
  ///
  /// @param json a JWK set
  /// @param fetched from the issuer itself
  record Kept(String json, Instant fetched) {}

  /// What is there; empty also while the place cannot be reached. May wait for a second or so.
  Optional<Kept> read();

  /// Keeps it, if possible. Does not wait.
  void write(Kept kept);

  /// Keeps nothing.
  static KeyCopy none() {
    return new KeyCopy() {
      @Override
      public Optional<Kept> read() {
        return Optional.empty();
      }

      @Override
      public void write(Kept kept) {}
    };
  }
}
