package planted.adapters.postgres.video;

import org.jspecify.annotations.Nullable;
import planted.domain.planning.Plans;

/// Breaks rule 2 (an adapter of video that knows planning) and rule 3 (public, and neither a module
/// nor a record).
public final class OpenConnection {

  @Nullable Plans plans;
}
