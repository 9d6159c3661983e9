package app.oddiya.adapters.web.json;

import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong while something is read, so that the sender hears all of it at once.
public final class Errors {

  /// A body of ten thousand mistakes is answered with the first of them.
  private static final int MOST = 100;

  private final List<FieldError> errors = new ArrayList<>();

  public void add(String pointer, String code, String detail) {
    if (errors.size() < MOST) {
      errors.add(new FieldError(pointer, code, detail));
    }
  }

  public boolean isEmpty() {
    return errors.isEmpty();
  }

  public int size() {
    return errors.size();
  }

  public List<FieldError> all() {
    return List.copyOf(errors);
  }

  /// @throws InvalidFields if anything was added
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new InvalidFields(errors);
    }
  }
}
