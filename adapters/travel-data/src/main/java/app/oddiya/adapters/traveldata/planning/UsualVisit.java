package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Interest;
import app.oddiya.domain.planning.place.Setting;
import java.util.Set;

/// What a visit to a place of a kind usually is, where a provider says no more than the kind. Our
/// own judgement: how long the catalogue's places of the kind take in the median, where most of
/// them are, and what all but a few of them offer.
record UsualVisit(int minutes, Setting setting, Set<Interest> interests) {

  static UsualVisit to(Category category) {
    return switch (category) {
      case PALACE -> outdoors(95, Interest.HISTORY, Interest.ARCHITECTURE);
      case HERITAGE -> outdoors(45, Interest.HISTORY);
      case SHRINE -> outdoors(60, Interest.HISTORY);
      case TEMPLE -> outdoors(65, Interest.RELIGION);
      case VILLAGE -> outdoors(80, Interest.CULTURE, Interest.PHOTO);
      case MUSEUM -> indoors(75, Interest.HISTORY, Interest.CULTURE);
      case GALLERY -> indoors(90, Interest.ART);
      case THEATRE -> indoors(90, Interest.CULTURE);
      case EXPERIENCE -> mixed(60, Interest.CULTURE);
      case STREET -> outdoors(60, Interest.PHOTO);
      case SHOPPING -> indoors(85, Interest.SHOPPING);
      case MARKET -> mixed(75, Interest.FOOD, Interest.SHOPPING);
      case FOOD_STREET -> mixed(60, Interest.FOOD);
      case RESTAURANT -> indoors(60, Interest.FOOD);
      case CAFE -> indoors(50, Interest.CAFE);
      case BAR -> indoors(80, Interest.FOOD);
      case PARK -> outdoors(75, Interest.NATURE, Interest.RELAX);
      case GARDEN -> outdoors(100, Interest.NATURE);
      case MOUNTAIN -> outdoors(95, Interest.NATURE);
      case WATERFALL -> outdoors(60, Interest.NATURE, Interest.PHOTO);
      case CAVE -> mixed(70, Interest.NATURE);
      case ISLAND -> outdoors(120, Interest.NATURE);
      case COAST -> outdoors(60, Interest.NATURE, Interest.PHOTO);
      case BEACH -> outdoors(90, Interest.BEACH);
      case OBSERVATORY -> mixed(45, Interest.PHOTO);
      case NIGHT_VIEW -> outdoors(45, Interest.NIGHT_VIEW, Interest.PHOTO);
      case THEME_PARK -> outdoors(240, Interest.FAMILY);
      case AQUARIUM -> indoors(110, Interest.FAMILY);
      case SPA -> indoors(135, Interest.RELAX);
      case SPORTS -> mixed(60, Interest.CULTURE);
    };
  }

  private static UsualVisit indoors(int minutes, Interest... interests) {
    return new UsualVisit(minutes, Setting.INDOOR, Set.of(interests));
  }

  private static UsualVisit outdoors(int minutes, Interest... interests) {
    return new UsualVisit(minutes, Setting.OUTDOOR, Set.of(interests));
  }

  private static UsualVisit mixed(int minutes, Interest... interests) {
    return new UsualVisit(minutes, Setting.MIXED, Set.of(interests));
  }
}
