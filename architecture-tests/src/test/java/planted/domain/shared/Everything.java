package planted.domain.shared;

import java.util.List;

/// Keeps the rule of `shared` from selecting nothing.
public record Everything(List<String> names) {}
