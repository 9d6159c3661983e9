/// The planning side's ports on AWS, against servers that speak as AWS does.
@NullMarked
package app.oddiya.adapters.aws.planning;

import org.jspecify.annotations.NullMarked;
