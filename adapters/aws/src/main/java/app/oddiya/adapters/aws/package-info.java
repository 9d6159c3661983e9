/// What every client of AWS here shares: who we are there, how connections are pooled, and the line
/// between an outage and a bug.
@NullMarked
package app.oddiya.adapters.aws;

import org.jspecify.annotations.NullMarked;
