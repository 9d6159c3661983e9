package planted.adapters.redis.identity;

import planted.adapters.postgres.video.OpenConnection;

/// Breaks rule 3: an adapter that knows another.
final class CallsPostgres {

  final OpenConnection connection = new OpenConnection();
}
