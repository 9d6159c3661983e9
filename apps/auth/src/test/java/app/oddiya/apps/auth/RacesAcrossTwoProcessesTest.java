package app.oddiya.apps.auth;

class RacesAcrossTwoProcessesTest extends Races {
  RacesAcrossTwoProcessesTest() {
    super(2);
  }
}
