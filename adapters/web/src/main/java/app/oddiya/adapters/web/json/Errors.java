package app.oddiya.adapters.web.json;

import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong while something is read, so that the sender hears all of it at once.
public final class Errors {

  /// A body of ten thousand mistakes is answered with the first of them.
  private static final int MOST = 100;

  private boolean passesOverUnknownFields;

  private final List<FieldError> errors = new ArrayList<>();
  private int count;

  public void add(String pointer, String code, String detail) {
    count++;
    if (errors.size() < MOST) {
      errors.add(new FieldError(pointer, code, detail));
    }
  }

  void addUnknownField(String pointer) {
    if (!passesOverUnknownFields) {
      add(pointer, "unknown_field", "Nothing is known by this name.");
    }
  }

  public boolean isEmpty() {
    return errors.isEmpty();
  }

  /// How many there are, also of those beyond the first hundred.
  int count() {
    return count;
  }

  /// For answers of sibling services, which may know more fields than we do.
  static Errors passingOverUnknownFields() {
    Errors errors = new Errors();
    errors.passesOverUnknownFields = true;
    return errors;
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
