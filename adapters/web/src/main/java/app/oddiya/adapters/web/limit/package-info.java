/// How often somebody may ask: policies as data, who takes from them, and what a client is told.
@NullMarked
package app.oddiya.adapters.web.limit;

import org.jspecify.annotations.NullMarked;
