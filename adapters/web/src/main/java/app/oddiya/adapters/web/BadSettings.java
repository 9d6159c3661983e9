package app.oddiya.adapters.web;

import java.util.List;

/// The environment does not say what a service needs. Every missing or bad value, at once.
public final class BadSettings extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  BadSettings(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /// One line each: the variable, what it is and what was expected. Never the value of a secret.
  public List<String> problems() {
    return problems;
  }
}
