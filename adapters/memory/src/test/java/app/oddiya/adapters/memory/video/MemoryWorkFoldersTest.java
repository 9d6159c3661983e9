package app.oddiya.adapters.memory.video;

import app.oddiya.domain.testkit.contract.WorkFoldersContract;
import app.oddiya.domain.video.job.WorkFolders;

class MemoryWorkFoldersTest implements WorkFoldersContract {

  private final MemoryWorkFolders folders = new MemoryWorkFolders();

  @Override
  public WorkFolders folders() {
    return folders;
  }
}
