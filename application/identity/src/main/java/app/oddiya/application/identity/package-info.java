/// What people do with their accounts and sessions, one class per verb.
@NullMarked
package app.oddiya.application.identity;

import org.jspecify.annotations.NullMarked;
