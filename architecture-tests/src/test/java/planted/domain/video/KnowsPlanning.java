package planted.domain.video;

import org.jspecify.annotations.Nullable;
import planted.domain.planning.Plans;

/// Breaks rule 1: a context that knows another.
record KnowsPlanning(@Nullable Plans plans) {}
