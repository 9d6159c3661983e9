package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Errors;
import app.oddiya.adapters.web.json.FieldRule;
import app.oddiya.adapters.web.json.Range;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.PlaceQuery;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Page;
import java.math.BigDecimal;
import java.util.Optional;

/// What somebody looks for among places, in a query string.
@FieldRule.Of(PlacesQuery.Rule.class)
public record PlacesQuery(
    @Doc("Is or is contained in the name, in any language.") @Text(min = 1, max = 100)
        Optional<String> query,
    @Doc("Latitude and longitude.") @Text(pattern = POSITION) Optional<String> near,
    @Doc("Of the circle around near, 5 by default.") @Range(min = 0.1, max = 200)
        Optional<Double> radiusKm,
    @Doc("A kind of place, such as museum or night-view.") Optional<String> category,
    @Doc("How many items, 20 by default.") @Range(min = 1, max = 100) Optional<Integer> limit,
    @Doc("The nextCursor of the page before.") @Text(max = 512) Optional<String> cursor) {

  static final String POSITION = "^-?[0-9]{1,2}([.][0-9]{1,20})?,-?[0-9]{1,3}([.][0-9]{1,20})?$";

  private static final double USUAL_RADIUS_KM = 5;
  private static final int USUAL_LIMIT = 20;

  public static PlacesQuery of(PlaceQuery query, Page.Request page) {
    return new PlacesQuery(
        query.text(),
        query.near().map(area -> text(area.center())),
        query.near().map(Area::radiusKm),
        query.category().map(Category::code),
        Optional.of(page.limit()),
        page.after().map(Page.Cursor::value));
  }

  public PlaceQuery toQuery() {
    return new PlaceQuery(
        query,
        near.flatMap(PlacesQuery::position)
            .map(at -> new Area(Optional.empty(), at, radiusKm.orElse(USUAL_RADIUS_KM))),
        category.flatMap(Category::parse));
  }

  public Page.Request toPage() {
    return new Page.Request(limit.orElse(USUAL_LIMIT), cursor.map(Page.Cursor::new));
  }

  private static String text(GeoPoint at) {
    return plain(at.lat()) + "," + plain(at.lng());
  }

  private static String plain(double degrees) {
    return new BigDecimal(Double.toString(degrees)).toPlainString();
  }

  private static Optional<GeoPoint> position(String text) {
    int comma = text.indexOf(',');
    double lat = Double.parseDouble(text.substring(0, comma));
    double lng = Double.parseDouble(text.substring(comma + 1));
    return lat >= -90 && lat <= 90 && lng >= -180 && lng <= 180
        ? Optional.of(new GeoPoint(lat, lng))
        : Optional.empty();
  }

  /// What a query must be beyond the shape of its fields.
  static final class Rule implements FieldRule {

    @Override
    public void check(Fields fields, Errors errors) {
      new TripFields(fields, errors).checkBlank("query");
      Optional<String> near = fields.valid("near", String.class);
      if (near.isPresent() && position(near.get()).isEmpty()) {
        errors.add(fields.pointer("near"), "out_of_range", "There is no such position.");
      }
      if (near.isEmpty() && fields.valid("radiusKm", Double.class).isPresent()) {
        errors.add(fields.pointer("near"), "required", "A radius needs a middle.");
      }
      if (fields.valid("category", String.class).flatMap(Category::parse).isEmpty()
          && fields.valid("category", String.class).isPresent()) {
        errors.add(fields.pointer("category"), "not_one_of", "There is no such kind of place.");
      }
    }
  }
}
