package app.oddiya.adapters.memory.shared;

import app.oddiya.domain.shared.Tracer;
import app.oddiya.domain.testkit.contract.TracerContract;
import java.util.List;

class MemoryTracerTest implements TracerContract {

  private final MemoryTracer tracer = new MemoryTracer();

  @Override
  public Tracer tracer() {
    return tracer;
  }

  @Override
  public List<String> recorded() {
    return tracer.recorded().stream().map(MemoryTracer.Recorded::name).toList();
  }
}
