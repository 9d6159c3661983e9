package app.oddiya.domain.planning.plan;

import java.util.Locale;

/// What is checked, of a stop and of the whole plan.
public enum CheckKind {
  EXISTS(true),
  OPEN(true),
  TRAVEL(true),
  WEATHER(false),
  /// Every day of the trip is there, and no other.
  DATES(true),
  MUST_VISIT(true),
  AVOID(true),
  /// Admissions of the whole party against the budget.
  BUDGET(true),
  /// No place twice.
  DUPLICATES(true),
  /// Stops and hours of each day against the pace, meals in their time.
  PACE(false),
  /// Places whose price is not known count as nothing.
  PRICES(false),
  /// Interests that no place is known to offer.
  INTERESTS(false),
  /// Providers that did not answer when places were looked for.
  PROVIDERS(false),
  /// What a language model had to do with the choice of stops, where one was to be asked.
  MODEL(false);

  private final boolean hard;

  CheckKind(boolean hard) {
    this.hard = hard;
  }

  /// Whether it decides the certificate's verdict.
  public boolean isHard() {
    return hard;
  }

  /// As in JSON: `exists`, `must_visit`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
