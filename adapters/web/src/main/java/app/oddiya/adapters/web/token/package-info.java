/// Verifies the tokens of users and of sibling services.
@NullMarked
package app.oddiya.adapters.web.token;

import org.jspecify.annotations.NullMarked;
