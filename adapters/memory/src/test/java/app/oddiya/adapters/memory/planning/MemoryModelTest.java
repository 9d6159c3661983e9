package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.agent.Model;
import app.oddiya.domain.planning.agent.ModelTurn;
import app.oddiya.domain.planning.agent.ModelTurn.Answered;
import app.oddiya.domain.testkit.contract.ModelContract;
import java.time.InstantSource;
import java.util.List;

class MemoryModelTest implements ModelContract {

  private final MemoryModel model = new MemoryModel(InstantSource.system());

  @Override
  public Model saying(List<Answered> turns) {
    turns.forEach(model::says);
    return model;
  }

  @Override
  public Model failing(ModelTurn.Reason reason) {
    return model.thenAlways(_ -> new ModelTurn.Failed(reason, ModelTurn.Usage.NONE));
  }

  @Override
  public Model silent() {
    return model.fallsSilent();
  }

  @Override
  public int asked() {
    return model.asked().size();
  }
}
