package planted.application.video;

import planted.adapters.postgres.video.OpenConnection;

/// Breaks rule 1: a use case that knows its store.
final class UsesAnAdapter {

  final OpenConnection connection = new OpenConnection();
}
