/// The inbound kit that every app stands on: settings, routes as data, problems, token checks,
/// event streams, health, metrics and the OpenAPI document.
@NullMarked
package app.oddiya.adapters.web;

import org.jspecify.annotations.NullMarked;
