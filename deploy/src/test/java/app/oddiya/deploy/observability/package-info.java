/// What those who run Oddiya look at, held to what its services really tell.
@NullMarked
package app.oddiya.deploy.observability;

import org.jspecify.annotations.NullMarked;
