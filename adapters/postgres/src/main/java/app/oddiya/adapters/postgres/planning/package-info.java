/// Plans in the schema `plan_service`.
@NullMarked
package app.oddiya.adapters.postgres.planning;

import org.jspecify.annotations.NullMarked;
