package app.oddiya.apps.plan;

import app.oddiya.adapters.services.planning.wire.GenerateBody;
import app.oddiya.adapters.services.planning.wire.TripFields;
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
import java.util.Optional;

/// What places are looked for, in the query of a URL.
@FieldRule.Of(PlaceSearchQuery.Rule.class)
record PlaceSearchQuery(
    @Doc("Is or is contained in the name, in any language.")
        @Text(min = 1, max = 100, pattern = GenerateBody.SOMETHING)
        Optional<String> query,
    @Doc("The middle of a circle, as latitude,longitude in degrees of WGS 84.")
        @Text(pattern = PlaceSearchQuery.POSITION)
        Optional<String> near,
    @Doc("Of the circle; 10 if it is not said.") @Range(min = 0.1, max = 200)
        Optional<Double> radiusKm,
    @Doc("Such as museum, park, restaurant or night-view.") @Text(pattern = "^[a-z-]{1,30}$")
        Optional<String> category,
    @Doc("How many items, 20 by default.") @Range(min = 1, max = 100) Optional<Integer> limit,
    @Doc("The nextCursor of the page before.") @Text(min = 1, max = 512) Optional<String> cursor) {

  static final String POSITION = "^-?[0-9]{1,3}(\\.[0-9]{1,12})?,-?[0-9]{1,3}(\\.[0-9]{1,12})?$";

  private static final double USUAL_RADIUS_KM = 10;
  private static final int USUAL_LIMIT = 20;

  /// Something is looked for, and somewhere on earth.
  static final class Rule implements FieldRule {
    @Override
    public void check(Fields fields, Errors errors) {
      new TripFields(fields, errors).checkBlank("query");
      Optional<String> near = fields.valid("near", String.class);
      if (near.isPresent() && position(near.get()).isEmpty()) {
        errors.add(fields.pointer("near"), "out_of_range", "There is no such place on earth.");
      }
      Optional<String> category = fields.valid("category", String.class);
      if (category.isPresent() && Category.parse(category.get()).isEmpty()) {
        errors.add(fields.pointer("category"), "not_one_of", "No place is of this category.");
      }
      if (!errors.isEmpty()) {
        return; // What was sent and is wrong is not missing as well.
      }
      if (near.isEmpty() && fields.valid("radiusKm", Double.class).isPresent()) {
        errors.add(fields.pointer("near"), "required", "A circle has a middle.");
      } else if (near.isEmpty() && fields.valid("query", String.class).isEmpty()) {
        errors.add(fields.pointer("query"), "required", "Either query or near is expected.");
      }
    }
  }

  private static Optional<GeoPoint> position(String text) {
    String[] degrees = text.split(",", 2);
    double lat = Double.parseDouble(degrees[0]);
    double lng = Double.parseDouble(degrees[1]);
    return Math.abs(lat) <= 90 && Math.abs(lng) <= 180
        ? Optional.of(new GeoPoint(lat, lng))
        : Optional.empty();
  }

  PlaceQuery toQuery() {
    return new PlaceQuery(
        query,
        near.flatMap(PlaceSearchQuery::position)
            .map(middle -> new Area(Optional.empty(), middle, radiusKm.orElse(USUAL_RADIUS_KM))),
        category.flatMap(Category::parse));
  }

  Page.Request toPage() {
    return new Page.Request(limit.orElse(USUAL_LIMIT), cursor.map(Page.Cursor::new));
  }
}
