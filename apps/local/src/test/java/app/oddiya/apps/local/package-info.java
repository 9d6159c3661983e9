/// The whole trip, over HTTP on real stores, and what is left of it after a crash.
@NullMarked
package app.oddiya.apps.local;

import org.jspecify.annotations.NullMarked;
