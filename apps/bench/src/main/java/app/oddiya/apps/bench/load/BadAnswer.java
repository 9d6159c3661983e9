package app.oddiya.apps.bench.load;

import java.io.IOException;

/// An answer other than the one that is measured: who refuses is quick, but that is no figure.
public final class BadAnswer extends IOException {

  private static final long serialVersionUID = 1L;

  BadAnswer(String message) {
    super(message);
  }
}
