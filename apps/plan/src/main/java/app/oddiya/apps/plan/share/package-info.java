/// What others see of a plan that was shared with them: JSON, and a page.
@NullMarked
package app.oddiya.apps.plan.share;

import org.jspecify.annotations.NullMarked;
