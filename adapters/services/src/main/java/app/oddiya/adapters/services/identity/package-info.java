/// What the auth service asks the user service.
@NullMarked
package app.oddiya.adapters.services.identity;

import org.jspecify.annotations.NullMarked;
