package app.oddiya.apps.stores;

import java.util.concurrent.CompletableFuture;

/// A store that runs as a child process.
public sealed interface Store extends AutoCloseable permits Postgres, Redis, Sqs, S3, OpenId, Sns {

  /// As in its log file, `{name}.log`.
  String name();

  /// Completes when the store is gone, asked to or not.
  CompletableFuture<?> ended();

  /// Stops it in good order and waits until it is gone.
  @Override
  void close();
}
