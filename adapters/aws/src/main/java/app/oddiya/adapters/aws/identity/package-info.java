/// The push service's list of devices, at SNS.
@NullMarked
package app.oddiya.adapters.aws.identity;

import org.jspecify.annotations.NullMarked;
