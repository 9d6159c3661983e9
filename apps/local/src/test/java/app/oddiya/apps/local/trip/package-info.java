/// The phone's parts that can be tried without the services.
@NullMarked
package app.oddiya.apps.local.trip;

import org.jspecify.annotations.NullMarked;
