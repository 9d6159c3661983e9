/// Who uses Oddiya: an account per provider and subject, its profile, and the devices that may be
/// pushed to.
@NullMarked
package app.oddiya.domain.identity.account;

import org.jspecify.annotations.NullMarked;
