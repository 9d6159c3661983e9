package app.oddiya.apps.auth;

class RacesInOneProcessTest extends Races {
  RacesInOneProcessTest() {
    super(1);
  }
}
