/// What the mobile app does on a trip, over HTTP through the gateway and nothing else.
@NullMarked
package app.oddiya.apps.local.trip;

import org.jspecify.annotations.NullMarked;
