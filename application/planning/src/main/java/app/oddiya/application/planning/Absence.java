package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.ModelTurn;

/// Why no model had a part in a plan, as far as that is a traveller's business.
enum Absence {
  BUSY(Phrase.MODEL_BUSY),
  LATE(Phrase.MODEL_LATE),
  /// It does not answer, or what it costs cannot be counted.
  DOWN(Phrase.MODEL_DOWN),
  /// What it said was cut off, held back, not understood, or did not hold against the facts.
  UNUSABLE(Phrase.MODEL_UNUSABLE),
  /// It had taken what one plan may take.
  CAPPED(Phrase.MODEL_CAPPED),
  /// The traveller's day, or everybody's, is used up.
  SPENT(Phrase.MODEL_SPENT);

  private final Phrase phrase;

  Absence(Phrase phrase) {
    this.phrase = phrase;
  }

  Phrase phrase() {
    return phrase;
  }

  static Absence of(ModelTurn.Reason reason) {
    return switch (reason) {
      case THROTTLED -> BUSY;
      case TOO_LATE -> LATE;
      case UNAVAILABLE -> DOWN;
      case CUT_OFF, WITHHELD, NONSENSE -> UNUSABLE;
    };
  }
}
