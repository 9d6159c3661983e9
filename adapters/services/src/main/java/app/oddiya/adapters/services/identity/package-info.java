/// What the auth service asks the user service, and the user service of all who keep something of
/// users.
@NullMarked
package app.oddiya.adapters.services.identity;

import org.jspecify.annotations.NullMarked;
