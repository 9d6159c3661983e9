/// Accounts and devices in the schema `user_service`.
@NullMarked
package app.oddiya.adapters.postgres.identity;

import org.jspecify.annotations.NullMarked;
