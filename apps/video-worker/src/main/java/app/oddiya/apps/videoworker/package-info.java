/// The video worker: takes jobs off the queue, makes their films, and looks after those that others
/// left behind.
@NullMarked
package app.oddiya.apps.videoworker;

import org.jspecify.annotations.NullMarked;
