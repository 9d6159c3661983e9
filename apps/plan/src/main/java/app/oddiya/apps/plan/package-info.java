/// The plan service: trips generated, kept and shown.
@NullMarked
package app.oddiya.apps.plan;

import org.jspecify.annotations.NullMarked;
