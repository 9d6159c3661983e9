package app.oddiya.application.identity;

import app.oddiya.domain.identity.session.Secret;
import java.net.URI;
import java.util.Optional;

/// What an app learns when its person comes back, as query parameters of its own address (RFC 6749,
/// section 4.1.2).
public sealed interface AppAnswer {

  /// The app's address, one of the allowed ones.
  URI redirect();

  /// What the app said when it began.
  Optional<String> state();

  record Code(URI redirect, Optional<String> state, Secret code) implements AppAnswer {}

  /// @param error one of RFC 6749, section 4.1.2.1
  record Error(URI redirect, Optional<String> state, String error) implements AppAnswer {}
}
