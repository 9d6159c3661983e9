package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Picture;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Source;
import app.oddiya.domain.planning.plan.Check;
import app.oddiya.domain.planning.plan.Checks;
import app.oddiya.domain.planning.plan.Leg;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.TravelMode;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A visit to a place.
@Doc("A visit to a place.")
public record StopView(
    UUID id,
    @Doc("{provider}:{the provider's id}") String placeId,
    @Doc("The provider's record that the stop rests on.") SourceView source,
    @Doc("Romanised or translated, where a source has it.") String name,
    @Doc("The provider's.") String localName,
    String category,
    GeoPoint position,
    @Nullable String address,
    LocalTime arrive,
    @Doc("Before arrive, it is the next day's.") LocalTime depart,
    String activity,
    boolean locked,
    @Doc("Admission of the whole party, where a source names it.") Optional<Money> cost,
    @Doc("null where the day starts here.") @Nullable LegView legFromPrevious,
    Optional<PictureView> picture,
    ChecksView checks) {

  public record SourceView(String provider, String id, Instant fetchedAt) {

    static SourceView of(Source source) {
      return new SourceView(source.provider(), source.id(), source.fetchedAt());
    }

    Source toSource() {
      return new Source(provider, id, fetchedAt);
    }
  }

  @Doc("The way from the place before.")
  public record LegView(TravelMode mode, int minutes, int meters, boolean estimated) {

    static LegView of(Leg leg) {
      return new LegView(leg.mode(), leg.minutes(), leg.meters(), leg.estimated());
    }

    Leg toLeg() {
      return new Leg(mode, minutes, meters, estimated);
    }
  }

  @Doc("A picture of the place, where its provider shows one.")
  public record PictureView(
      @Doc("By https.") URI url, @Doc("Whom to name beside it.") String source) {

    static PictureView of(Picture picture) {
      return new PictureView(picture.url(), picture.source());
    }

    Picture toPicture() {
      return new Picture(url, source);
    }
  }

  public record ChecksView(CheckView exists, CheckView open, CheckView travel, CheckView weather) {}

  public record CheckView(Verdict verdict, String reason) {

    private static CheckView of(Check check) {
      return new CheckView(check.verdict(), check.reason());
    }

    private Check toCheck() {
      return new Check(verdict, reason);
    }
  }

  public static StopView of(Stop stop) {
    Checks checks = stop.checks();
    return new StopView(
        stop.id().value(),
        stop.placeId().toString(),
        SourceView.of(stop.source()),
        stop.name(),
        stop.localName(),
        stop.category().code(),
        stop.position(),
        stop.address().orElse(null),
        stop.arrive(),
        stop.depart(),
        stop.activity(),
        stop.locked(),
        stop.cost(),
        stop.legFromPrevious().map(LegView::of).orElse(null),
        stop.picture().map(PictureView::of),
        new ChecksView(
            CheckView.of(checks.exists()),
            CheckView.of(checks.open()),
            CheckView.of(checks.travel()),
            CheckView.of(checks.weather())));
  }

  public Stop toStop() {
    return new Stop(
        new StopId(id),
        PlaceId.parse(placeId).orElseThrow(),
        source.toSource(),
        name,
        localName,
        Category.parse(category).orElseThrow(),
        position,
        Optional.ofNullable(address),
        arrive,
        depart,
        activity,
        locked,
        cost,
        Optional.ofNullable(legFromPrevious).map(LegView::toLeg),
        picture.map(PictureView::toPicture),
        new Checks(
            checks.exists.toCheck(),
            checks.open.toCheck(),
            checks.travel.toCheck(),
            checks.weather.toCheck()));
  }
}
