package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Size;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.domain.planning.place.Evidence;
import java.util.List;
import java.util.Optional;

/// Where a fact was read and how old it is.
@Doc("Where a fact was read and how old it is.")
public record EvidenceView(
    @Size(min = 1) List<String> sources,
    @Doc("The day, month or year in which we read it.") @Text(pattern = DATE) String readOn,
    @Doc("The source's own date, where it shows one.") @Text(pattern = DATE)
        Optional<String> asOf) {

  static final String DATE = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

  static EvidenceView of(Evidence evidence) {
    return new EvidenceView(evidence.sources(), evidence.readOn(), evidence.asOf());
  }

  Evidence toEvidence() {
    return new Evidence(sources, readOn, asOf);
  }
}
