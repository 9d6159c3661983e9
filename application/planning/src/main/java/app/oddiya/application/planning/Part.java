package app.oddiya.application.planning;

/// A part of a wish that can stand in the way of the others.
sealed interface Part {

  /// JSON Pointer (RFC 6901) into the generate body.
  String pointer();

  /// @param index into the request's must-visits
  record Must(int index) implements Part {
    @Override
    public String pointer() {
      return "/mustVisit/" + index;
    }
  }

  /// @param index into the request's texts to avoid
  record Avoid(int index) implements Part {
    @Override
    public String pointer() {
      return "/avoid/" + index;
    }
  }

  /// What there is at most one of.
  enum Frame implements Part {
    BUDGET("/budget"),
    LODGING("/lodging"),
    DESTINATION("/destination"),
    PACE("/pace"),
    START("/startDate"),
    END("/endDate");

    private final String pointer;

    Frame(String pointer) {
      this.pointer = pointer;
    }

    @Override
    public String pointer() {
      return pointer;
    }
  }
}
