/// The auth service: sign-in through Google and Apple, tokens, and the keys to check them with.
@NullMarked
package app.oddiya.apps.auth;

import org.jspecify.annotations.NullMarked;
