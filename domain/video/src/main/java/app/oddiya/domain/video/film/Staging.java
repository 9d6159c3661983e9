package app.oddiya.domain.video.film;

import java.util.Optional;

/// How photos are shown on a template's stage: what the camera does in each shot, and where prints
/// come to lie.
final class Staging {

  private final Template template;
  private final Camera camera;
  private final Table table;

  /// @param frames of the whole film
  Staging(Template template, Aspect aspect, int frames) {
    this.template = template;
    this.camera = new Camera(aspect, template.moves());
    this.table = new Table(aspect, template.moves(), frames);
  }

  /// @param number of the shot in the film, from 0
  Motion motion(DecodedPhoto photo, int number, Shot shot) {
    return switch (template.stage()) {
      case FULL -> camera.move(photo, number, shot.ofPhoto(), shot.frames());
      case PRINTS -> table.camera(shot.firstFrame(), shot.frames());
    };
  }

  Optional<Print> print(DecodedPhoto photo, int number) {
    return switch (template.stage()) {
      case FULL -> Optional.empty();
      case PRINTS -> Optional.of(table.lay(number, photo));
    };
  }
}
