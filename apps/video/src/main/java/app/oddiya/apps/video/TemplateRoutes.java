package app.oddiya.apps.video;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.Template;
import app.oddiya.domain.video.film.Track;
import java.util.Arrays;
import java.util.List;

/// What there is to choose from.
final class TemplateRoutes {

  private TemplateRoutes() {}

  @Doc("Templates, aspects and tracks, each in the order in which to offer them.")
  record Choice(
      List<TemplateChoice> templates, List<AspectChoice> aspects, List<TrackChoice> tracks) {

    static Choice all() {
      return new Choice(
          Template.all().stream().map(TemplateChoice::of).toList(),
          Arrays.stream(Aspect.values()).map(AspectChoice::of).toList(),
          Arrays.stream(Track.values()).map(TrackChoice::of).toList());
    }
  }

  record TemplateChoice(
      String id,
      String name,
      List<AspectName> aspects,
      List<Integer> seconds,
      @Doc("The track heard unless another is asked for.") String music) {

    static TemplateChoice of(Template template) {
      return new TemplateChoice(
          template.id(),
          template.name(),
          template.aspects().stream().sorted().map(AspectName::of).toList(),
          template.seconds().stream().sorted().toList(),
          template.track().id());
    }
  }

  record AspectChoice(AspectName id, int width, int height) {

    static AspectChoice of(Aspect aspect) {
      return new AspectChoice(
          AspectName.of(aspect), aspect.frame().width(), aspect.frame().height());
    }
  }

  record TrackChoice(String id, String title, int beatsPerMinute) {

    static TrackChoice of(Track track) {
      return new TrackChoice(track.id(), track.title(), track.beatsPerMinute());
    }
  }

  static Routes all() {
    return Routes.of(
        Route.get("/api/v1/videos/templates", Caller.user())
            .summary("What films can be like")
            .answers(200, Choice.class, "All there is")
            .handledBy(_ -> Answer.ok(Choice.all())));
  }
}
