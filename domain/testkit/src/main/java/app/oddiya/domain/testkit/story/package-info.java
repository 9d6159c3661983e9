/// Builders of things to tell stories with: what a test does not care about is filled in.
@NullMarked
package app.oddiya.domain.testkit.story;

import org.jspecify.annotations.NullMarked;
