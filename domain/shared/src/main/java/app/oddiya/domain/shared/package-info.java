/// What every context means by a user, money, a position, a page and a deadline.
@NullMarked
package app.oddiya.domain.shared;

import org.jspecify.annotations.NullMarked;
