package app.oddiya.apps.llmagent;

import app.oddiya.adapters.web.Settings;
import app.oddiya.adapters.web.Web;

/// What llm-agent reads from its environment.
record Config(Web web) {

  static Config from(Settings settings) {
    return new Config(Web.from(settings, "llm-agent", 8084));
  }
}
