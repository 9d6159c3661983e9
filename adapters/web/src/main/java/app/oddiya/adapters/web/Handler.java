package app.oddiya.adapters.web;

/// Answers the calls of one route.
@FunctionalInterface
public interface Handler {
  Answer handle(Call call);
}
