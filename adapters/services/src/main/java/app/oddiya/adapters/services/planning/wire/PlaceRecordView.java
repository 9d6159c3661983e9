package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.services.planning.wire.StopView.PictureView;
import app.oddiya.adapters.services.planning.wire.StopView.SourceView;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.adapters.web.json.Range;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.domain.planning.place.Admission;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Interest;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Setting;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A provider's record of a place, whole: what one of our services tells another about it. What it
/// says is a place again only after [#toPlace].
@Doc("A provider's record of a place, whole.")
public record PlaceRecordView(
    @Text(pattern = PLACE_ID) String placeId,
    LocalTextView names,
    String category,
    List<String> interests,
    Setting setting,
    GeoPoint position,
    Optional<LocalTextView> address,
    HoursView hours,
    Optional<AdmissionView> admission,
    @Doc("How long people stay.") @Range(min = 5, max = 720) int typicalMinutes,
    Optional<PictureView> picture,
    SourceView source) {

  static final String PLACE_ID = "^[a-z][a-z0-9-]{0,31}:[A-Za-z0-9_-]{1,100}$";

  @Doc("A name or an address as its provider writes it, and in other languages.")
  public record LocalTextView(
      @Text(min = 1) String local,
      Optional<String> ko,
      Optional<String> en,
      Optional<String> ja,
      Optional<String> zh) {

    private static LocalTextView of(LocalText text) {
      return new LocalTextView(
          text.local(),
          in(Language.KO, text),
          in(Language.EN, text),
          in(Language.JA, text),
          in(Language.ZH, text));
    }

    private static Optional<String> in(Language language, LocalText text) {
      return Optional.ofNullable(text.translations().get(language));
    }

    private LocalText toText() {
      Map<Language, String> translations = new EnumMap<>(Language.class);
      ko.ifPresent(text -> translations.put(Language.KO, text));
      en.ifPresent(text -> translations.put(Language.EN, text));
      ja.ifPresent(text -> translations.put(Language.JA, text));
      zh.ifPresent(text -> translations.put(Language.ZH, text));
      return new LocalText(local, translations);
    }
  }

  @Doc("What it costs to get in.")
  @Named("AdmissionView")
  public record AdmissionView(
      @Doc("Of one adult.") Money adult,
      @Doc("Of one child, where a source names it.") Optional<Money> child,
      EvidenceView evidence) {

    private static AdmissionView of(Admission admission) {
      return new AdmissionView(
          admission.adult(), admission.child(), EvidenceView.of(admission.evidence()));
    }

    private Admission toAdmission() {
      return new Admission(adult, child, evidence.toEvidence());
    }
  }

  public static PlaceRecordView of(Place place) {
    return new PlaceRecordView(
        place.id().toString(),
        LocalTextView.of(place.names()),
        place.category().code(),
        place.interests().stream().sorted().map(Interest::code).toList(),
        place.setting(),
        place.position(),
        place.address().map(LocalTextView::of),
        HoursView.of(place.hours()),
        place.admission().map(AdmissionView::of),
        place.typicalMinutes(),
        place.picture().map(PictureView::of),
        SourceView.of(place.source()));
  }

  /// @throws RuntimeException if no place can be like this: see [Meaning]
  public Place toPlace() {
    return new Place(
        PlaceId.parse(placeId).orElseThrow(),
        names.toText(),
        Category.parse(category).orElseThrow(),
        interests.stream()
            .map(code -> Interest.parse(code).orElseThrow())
            .collect(Collectors.toUnmodifiableSet()),
        setting,
        position,
        address.map(LocalTextView::toText),
        hours.toHours(),
        admission.map(AdmissionView::toAdmission),
        typicalMinutes,
        picture.map(PictureView::toPicture),
        source.toSource());
  }

  public static List<PlaceRecordView> ofAll(List<Place> places) {
    return places.stream().map(PlaceRecordView::of).toList();
  }

  public static List<Place> toPlaces(List<PlaceRecordView> records) {
    return records.stream().map(PlaceRecordView::toPlace).toList();
  }
}
