package app.oddiya.apps.bench;

/// A benchmark that cannot be run here, or whose subject did not do what is measured. The message
/// says why.
public final class BenchFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BenchFailure(String message) {
    super(message);
  }

  public BenchFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
