/// The manifests of `deploy/kubernetes` are valid, fit one node and let through what the table of
// arrows says.
@NullMarked
package app.oddiya.deploy.kubernetes;

import org.jspecify.annotations.NullMarked;
