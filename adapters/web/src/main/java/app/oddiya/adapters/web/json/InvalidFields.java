package app.oddiya.adapters.web.json;

import java.util.List;

/// Something was sent that does not have the declared shape. All of what is wrong, at once.
public final class InvalidFields extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  public InvalidFields(List<FieldError> errors) {
    super(errors.size() + " invalid fields");
    this.errors = List.copyOf(errors);
  }

  public List<FieldError> errors() {
    return errors;
  }
}
