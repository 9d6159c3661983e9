/// Video jobs and their outbox in the schema `video_service`.
@NullMarked
package app.oddiya.adapters.postgres.video;

import org.jspecify.annotations.NullMarked;
