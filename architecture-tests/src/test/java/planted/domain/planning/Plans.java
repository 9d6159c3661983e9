package planted.domain.planning;

/// Breaks rule 6: a port without contract and without fake.
public interface Plans {

  long count();
}
