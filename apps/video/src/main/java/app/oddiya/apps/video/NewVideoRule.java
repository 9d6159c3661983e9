package app.oddiya.apps.video;

import app.oddiya.adapters.web.json.Errors;
import app.oddiya.adapters.web.json.FieldRule;
import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.Template;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.Music;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What must hold between the parts of an order before anybody is asked about its files.
final class NewVideoRule implements FieldRule {

  @Override
  public void check(Fields fields, Errors errors) {
    checkPhotos(fields, errors);
    checkTemplate(fields, errors);
    checkMusic(fields, errors);
    checkHints(fields, errors);
  }

  /// A text that is no address of ours names no file, as one of somebody else's does.
  private static void checkPhotos(Fields fields, Errors errors) {
    List<?> photos = photos(fields);
    for (int i = 0; i < photos.size(); i++) {
      if (FileUrl.parse((String) photos.get(i)).isEmpty()) {
        errors.add(fields.pointer("photoUrls") + "/" + i, "not_found", "There is no such file.");
      }
    }
  }

  private static void checkTemplate(Fields fields, Errors errors) {
    Optional<String> id = fields.valid("template", String.class);
    Optional<Template> template =
        id.isEmpty() ? Optional.of(Template.BASIC) : Template.of(id.get());
    if (template.isEmpty()) {
      errors.add(fields.pointer("template"), "not_one_of", "There is no such template.");
      return;
    }
    Aspect aspect =
        fields.valid("aspect", AspectName.class).map(AspectName::toAspect).orElse(Aspect.PORTRAIT);
    if (!template.get().aspects().contains(aspect)) {
      errors.add(fields.pointer("aspect"), "not_one_of", "The template does not have it.");
    }
    int seconds = fields.valid("seconds", Integer.class).orElse(NewVideo.USUAL_SECONDS);
    if (!template.get().seconds().contains(seconds)) {
      errors.add(
          fields.pointer("seconds"),
          "not_one_of",
          "One of these is expected: " + template.get().seconds().stream().sorted().toList());
    }
  }

  private static void checkMusic(Fields fields, Errors errors) {
    Optional<String> music = fields.valid("music", String.class);
    if (music.isPresent() && Music.of(music.get()).isEmpty()) {
      errors.add(fields.pointer("music"), "not_one_of", "There is no such track, nor a file.");
    }
  }

  private static void checkHints(Fields fields, Errors errors) {
    Set<?> photos = new HashSet<>(photos(fields));
    Set<String> seen = new HashSet<>();
    List<?> hints = fields.valid("photos", List.class).orElse(List.of());
    for (int i = 0; i < hints.size(); i++) {
      String photo = ((NewVideo.Hint) hints.get(i)).photoUrl();
      String pointer = fields.pointer("photos") + "/" + i + "/photoUrl";
      if (!photos.contains(photo)) {
        errors.add(pointer, "not_found", "It is none of photoUrls.");
      } else if (!seen.add(photo)) {
        errors.add(pointer, "duplicate", "It is said twice.");
      }
    }
  }

  private static List<?> photos(Fields fields) {
    return fields.valid("photoUrls", List.class).orElse(List.of());
  }
}
