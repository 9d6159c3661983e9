package app.oddiya.application.planning;

/// What came of generating a plan under a key.
public sealed interface KeyedGeneration {

  /// As without a key; the plan may have been stored by an earlier request.
  record Ended(Generation generation) implements KeyedGeneration {}

  /// Another process writes the plan just now. Asking again later tells what came of it.
  record Elsewhere() implements KeyedGeneration {}

  /// The plan has been stored and deleted since. It is not brought back to life.
  record Deleted() implements KeyedGeneration {}

  /// The key stands for another request.
  record OfAnotherRequest() implements KeyedGeneration {}
}
