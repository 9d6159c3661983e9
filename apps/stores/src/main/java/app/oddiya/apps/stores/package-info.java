/// The real stores as child processes, so that everything that runs here runs on the real thing.
@NullMarked
package app.oddiya.apps.stores;

import org.jspecify.annotations.NullMarked;
