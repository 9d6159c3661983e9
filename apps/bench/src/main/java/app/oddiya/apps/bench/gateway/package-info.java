/// The gateway beside nginx and Spring Cloud Gateway.
@NullMarked
package app.oddiya.apps.bench.gateway;

import org.jspecify.annotations.NullMarked;
