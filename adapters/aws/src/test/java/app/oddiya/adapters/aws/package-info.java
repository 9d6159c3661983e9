/// What the tests of several contexts do with AWS.
@NullMarked
package app.oddiya.adapters.aws;

import org.jspecify.annotations.NullMarked;
