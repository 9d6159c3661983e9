package app.oddiya.apps.videoworker;

import app.oddiya.adapters.web.Sampled;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.function.Supplier;

/// What waits for a worker, as the database and the queue have it. Every worker tells the same: of
/// several take the largest, never the sum.
final class Backlog {

  private Backlog() {}

  static MeterBinder of(Supplier<Map<String, Double>> open, Supplier<Map<String, Double>> depth) {
    Sampled jobs =
        Sampled.of(open)
            .gauge("pending", "video.jobs", "Jobs that have not ended", "state", "pending")
            .gauge("processing", "video.jobs", "Jobs that have not ended", "state", "processing")
            .gauge(
                "oldest_seconds",
                "video.jobs.oldest.seconds",
                "Since when the oldest of them has been waited for; 0 without one")
            .gauge(
                "unsent_render",
                "video.outbox.messages",
                "Messages that wait to be sent",
                "topic",
                "render")
            .gauge(
                "unsent_announce",
                "video.outbox.messages",
                "Messages that wait to be sent",
                "topic",
                "announce");
    Sampled queue =
        Sampled.of(depth)
            .gauge("visible", "video.queue.messages", "Messages of the queue", "state", "visible")
            .gauge("hidden", "video.queue.messages", "Messages of the queue", "state", "hidden")
            .gauge("dead", "video.queue.messages", "Messages of the queue", "state", "dead");
    return registry -> {
      jobs.bindTo(registry);
      queue.bindTo(registry);
    };
  }
}
