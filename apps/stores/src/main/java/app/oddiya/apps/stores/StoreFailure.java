package app.oddiya.apps.stores;

/// A store that did not start, or did not stop. The message says which, why, and where its log is.
public final class StoreFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  StoreFailure(String message) {
    super(message);
  }

  StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
