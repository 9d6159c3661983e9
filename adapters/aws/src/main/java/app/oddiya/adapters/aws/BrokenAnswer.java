package app.oddiya.adapters.aws;

import java.io.IOException;

/// A connection broke, or was silent for too long, after an answer had begun on it.
///
/// Public for the packages beside it only.
public final class BrokenAnswer extends IOException {

  private static final long serialVersionUID = 1L;

  BrokenAnswer(IOException cause) {
    super("the answer broke off", cause);
  }
}
