package app.oddiya.peers.springboot;

import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Web, tokens, a pool of connections and health: what each of our services has at least.
@SpringBootApplication
@RestController
public class Peer {

  private final JdbcTemplate database;

  Peer(JdbcTemplate database) {
    this.database = database;
  }

  public static void main(String[] arguments) {
    SpringApplication.run(Peer.class, arguments);
  }

  @GetMapping("/rows")
  List<Map<String, Object>> rows() {
    return database.queryForList("select 1 as one");
  }

  @Bean
  SecurityFilterChain tokens(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/health")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(server -> server.jwt(jwt -> {}))
        .build();
  }
}
