package app.oddiya.apps.video;

import app.oddiya.adapters.web.json.Named;
import app.oddiya.domain.video.film.Aspect;

/// An aspect on the wire.
enum AspectName {
  @Named("9:16")
  PORTRAIT,
  @Named("16:9")
  LANDSCAPE,
  @Named("1:1")
  SQUARE;

  static AspectName of(Aspect aspect) {
    return switch (aspect) {
      case PORTRAIT -> PORTRAIT;
      case LANDSCAPE -> LANDSCAPE;
      case SQUARE -> SQUARE;
    };
  }

  Aspect toAspect() {
    return switch (this) {
      case PORTRAIT -> Aspect.PORTRAIT;
      case LANDSCAPE -> Aspect.LANDSCAPE;
      case SQUARE -> Aspect.SQUARE;
    };
  }
}
