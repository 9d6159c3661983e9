/// What must hold of the AWS side, asked of the synthesised template.
@NullMarked
package app.oddiya.infra;

import org.jspecify.annotations.NullMarked;
