/// Accounts, devices and sessions in memory, a push service and a sign-in provider that live in
/// this process.
@NullMarked
package app.oddiya.adapters.memory.identity;

import org.jspecify.annotations.NullMarked;
