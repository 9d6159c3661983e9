package planted.adapters.postgres.planning;

import dagger.Module;
import dagger.Provides;

/// Breaks rule 4: a choice made in an adapter.
@Module
public final class ChoosingModule {

  @Provides
  static String store(Boolean fast) {
    return fast ? "memory" : "postgres";
  }
}
